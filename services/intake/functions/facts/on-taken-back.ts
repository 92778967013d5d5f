import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { Application } from '../../domain/case/application.ts';
import { takesBack } from '../../domain/case/follows.ts';
import { commitmentArrow } from '../../domain/commitment/acting.ts';
import type { Commitment } from '../../domain/commitment/commitment.ts';
import { clear, end, resume } from '../../domain/commitment/with-grant.ts';
import { begin, restore, takeBack, type DeliveryChange } from '../../domain/delivery/act.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { deliveryArrow } from '../../domain/delivery/graph.ts';
import type { IntakeDeps } from '../../deps.ts';
import { undoneBy, type UndoneBy } from '../case/undone.ts';

type Decided = ReceivedOf<typeof CaseChangedV2>;
type Deps<Names extends keyof IntakeDeps> = Pick<IntakeDeps, Names | 'applications' | 'links' | 'calendars' | 'set'>;

/** A grant is gone: its result is not handed over any more; where it stands again, the result goes on its way. */
export const takeBackResult =
  (deps: Deps<'deliveries'>) =>
  async ({ district, data }: Decided, cause: Cause): Promise<void> => {
    if (district !== deps.set || data.outcome !== 'granted') return;
    const decided = await deps.applications.getForClock(data.caseId);
    const undone = decided && takesBack(decided) && (await undoneBy(decided, deps));
    if (!decided || !undone) return;
    const store = await deps.deliveries();
    const found = await store.get(undone.grant.id);
    const change = resultUndone(found, { ...undone, upon: decided.id, district, at: cause.at });
    if (change) await store.save(change, await deps.calendars.current(), cause);
  };

function resultUndone(
  found: Delivery | undefined,
  { grant, stands, upon, district, at }: UndoneBy & { upon: string; district: string; at: Date },
): DeliveryChange | undefined {
  // Where the grant's own fact comes last, its delivery has not begun: it begins only where the grant stands.
  if (!found) return stands ? begin(grant, district) : undefined;
  if (!deliveryArrow(found, stands ? 'restore' : 'take-back')) return undefined;
  return stands ? restore(found, { at, district }) : takeBack(found, { at, caseId: upon });
}

/** The check of a promise goes with the grant that was made on it; a breach falls where its revocation is refused or annulled. */
export const followCommitment =
  (deps: Deps<'commitments'>) =>
  async ({ district, data }: Decided, cause: Cause): Promise<void> => {
    if (district !== deps.set || !data.follows || data.outcome === undefined) return;
    const decided = await deps.applications.getForClock(data.caseId);
    const about = decided && (await committedIn(decided, deps));
    if (!about) return;
    const store = await deps.commitments();
    const before = await store.get(about.caseId);
    const calendar = await deps.calendars.current();
    const acting = { at: cause.at, office: cause.office, by: cause.actor, calendar };
    const commitment = before && commitmentAfter(before, about, acting);
    if (commitment) await store.save({ before, commitment }, cause);
  };

interface About {
  /** The case that was granted on the promise. */
  caseId: string;
  became: 'gone' | 'stands';
  /** The revocation that came to nothing. */
  fell?: string | undefined;
}

async function committedIn(decided: Application, deps: Parameters<typeof undoneBy>[1]): Promise<About | undefined> {
  const { follows, outcome, id } = decided;
  if (follows?.as === 'revoke' && outcome === 'refused') return { caseId: follows.caseId, became: 'stands', fell: id };
  const undone = takesBack(decided) ? await undoneBy(decided, deps) : undefined;
  if (!undone) return undefined;
  const { grant, stands } = undone;
  return { caseId: grant.id, became: stands ? 'stands' : 'gone', fell: stands ? follows?.caseId : undefined };
}

function commitmentAfter(
  before: Commitment,
  { became, fell }: About,
  acting: Parameters<typeof end>[1],
): Commitment | undefined {
  if (became === 'gone') return commitmentArrow(before, 'end') && end(before, acting);
  if (commitmentArrow(before, 'resume')) return resume(before, acting);
  return before.revocation === fell && commitmentArrow(before, 'clear') ? clear(before, acting) : undefined;
}
