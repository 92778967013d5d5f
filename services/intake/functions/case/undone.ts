import type { Application } from '../../domain/case/application.ts';
import { forfeits, kindUpon, takesBack } from '../../domain/case/follows.ts';
import type { Undone } from '../../domain/case/quota.ts';
import type { IntakeDeps } from '../../deps.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'links'>;

/** By what it is taken back, or was before it stands again as its revocation is annulled. */
export interface UndoneBy extends Undone {
  by: 'revocation' | 'review';
  ground?: string | undefined;
}

/** The grant that a case takes back, or that stands again by it; undefined for any other case, also for a revocation that was annulled since. */
export async function undoneBy(found: Application, deps: Deps): Promise<UndoneBy | undefined> {
  const upon = takesBack(found) ? await followedBy(found, deps) : undefined;
  if (!upon) return undefined;
  if (upon.follows?.as === 'sanction') return liftedBy(upon, deps);
  if (!takesBack(upon)) {
    if (upon.outcome !== 'granted' || (await isAnnulled(found, deps))) return undefined;
    const { as, ground } = found.follows ?? {};
    const goneBefore = await isGone(upon, deps, found.id);
    return { grant: upon, by: as === 'revoke' ? 'revocation' : 'review', ground, stands: false, goneBefore };
  }
  const grant = await followedBy(upon, deps);
  // What is decided anew meanwhile has another case in its place.
  if (!grant || (await upons(grant, deps)).some(({ as }) => as === 'anew')) return undefined;
  return { grant, by: 'revocation', ground: upon.follows?.ground, stands: true };
}

/** A review annuls a forfeiture: the licence is its holder's again; a suspension took nothing from him that he must be given. */
async function liftedBy(upon: Application, deps: Deps): Promise<UndoneBy | undefined> {
  const grant = forfeits(upon) ? await followedBy(upon, deps) : undefined;
  if (!grant || (await isGone(grant, deps, upon.id))) return undefined;
  return { grant, by: 'review', stands: true, lifted: true };
}

/** What a case is about: the decision that it follows; and of a review of a revocation, that which was revoked. */
export async function uponOf(
  found: Application,
  deps: Pick<IntakeDeps, 'applications'>,
): Promise<Application | undefined> {
  const upon = kindUpon(found.follows) && (await followedBy(found, deps));
  return (upon && kindUpon(upon.follows) && (await followedBy(upon, deps))) || upon || undefined;
}

const followedBy = async ({ follows }: Application, { applications }: Pick<Deps, 'applications'>) =>
  follows && applications.getForClock(follows.caseId);

const upons = async ({ id }: Application, { links }: Deps) => (await links.next(id)).followers;

/** Whether a grant is gone: a case (but for one) has taken it back, and was not annulled itself. */
export async function isGone(grant: Application, deps: Deps, but?: string): Promise<boolean> {
  const others = (await upons(grant, deps)).filter(
    ({ as, caseId }) => caseId !== but && (as === 'revoke' || as === 'review'),
  );
  const read = await Promise.all(others.map(({ caseId }) => deps.applications.getForClock(caseId)));
  const taking = read.flatMap((one) => (one && takesBack(one) ? [one] : []));
  const annulled = await Promise.all(taking.map((one) => isAnnulled(one, deps)));
  return annulled.includes(false);
}

/** Whether a review has annulled what a case was decided to be. */
export async function isAnnulled(found: Application, deps: Deps): Promise<boolean> {
  const reviews = (await upons(found, deps)).filter(({ as }) => as === 'review');
  const read = await Promise.all(reviews.map(({ caseId }) => deps.applications.getForClock(caseId)));
  return read.some((one) => one !== undefined && takesBack(one));
}
