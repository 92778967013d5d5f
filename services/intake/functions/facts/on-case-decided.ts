import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { takesBack } from '../../domain/case/follows.ts';
import { begin } from '../../domain/delivery/act.ts';
import { hasResult } from '../../domain/case/asked.ts';
import {
  amend,
  begin as beginEntry,
  restore,
  withdrawRevoked,
  type PublicityChange,
} from '../../domain/publicity/act.ts';
import { publicityArrow } from '../../domain/publicity/graph.ts';
import { isPublic, type Publicity } from '../../domain/publicity/publicity.ts';
import { pushDecision, supersede, supervisorOf } from '../../domain/push/push.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { Draft } from '../../stores/applications.ts';
import { itemOf } from '../case/item-of.ts';
import { isGone, undoneBy, uponOf, type UndoneBy } from '../case/undone.ts';
import { holderOf } from '../publicity/holder-of.ts';

type Decided = ReceivedOf<typeof CaseChangedV2>;
type Deps<Names extends keyof IntakeDeps> = Pick<IntakeDeps, Names | 'calendars' | 'set'>;

/** A case of this set is decided: its result is to be delivered. */
export const beginDelivery =
  (deps: Deps<'applications' | 'links' | 'deliveries'>) =>
  async ({ district, data }: Decided, cause: Cause): Promise<void> => {
    const { applications, deliveries, calendars, set } = deps;
    if (district !== set || !hasResult(data)) return;
    const store = await deliveries();
    const [decided, begun] = await Promise.all([applications.getForClock(data.caseId), store.get(data.caseId)]);
    if (!decided || begun || (await isGone(decided, deps))) return;
    await store.save(begin(decided, set), await calendars.current(), cause);
  };

type PublicityDeps = Deps<'applications' | 'links' | 'decidedCases' | 'publicities' | 'catalogue'>;

/** A grant of a public item is to be published; a licence that is taken back is taken out, and shown again where it stands again. */
export const beginPublicity =
  (deps: PublicityDeps) =>
  async ({ district, data }: Decided, cause: Cause): Promise<void> => {
    const { decidedCases, publicities, calendars, set } = deps;
    if (district !== set || data.outcome !== 'granted') return;
    const found = await decidedCases.get(data.caseId);
    const change = found && (await publicityAfter(found, deps));
    if (change) await (await publicities()).save(change, await calendars.current(), cause);
  };

async function publicityAfter(found: Draft, deps: PublicityDeps): Promise<PublicityChange | undefined> {
  const { application } = found;
  const store = await deps.publicities();
  if (application.follows?.as === 'correct') {
    const [entry, corrected] = await Promise.all([store.get(application.follows.caseId), holderOf(found, deps)]);
    return entry && amend(entry, corrected);
  }
  const undone = takesBack(application) ? await undoneBy(application, deps) : undefined;
  // Its licence was forfeited, and is not any more: what was published of the grant stood all the while.
  if (undone?.lifted) return undefined;
  const entry = await store.get(undone?.grant.id ?? application.id);
  if (undone && entry) return entryUndone(entry, undone);
  // Where the fact of a grant came while it was gone, its entry begins as it stands again.
  const granted = undone?.stands ? await deps.decidedCases.get(undone.grant.id) : found;
  return granted && !entry ? entryOf(granted, deps) : undefined;
}

async function entryOf(granted: Draft, deps: PublicityDeps): Promise<PublicityChange | undefined> {
  const { application } = granted;
  const item = await itemOf(application, deps);
  if (!isPublic(application, item) || (await isGone(application, deps))) return undefined;
  return beginEntry(application, item, await holderOf(granted, deps));
}

function entryUndone(entry: Publicity, { stands }: UndoneBy): PublicityChange | undefined {
  if (stands) return restore(entry);
  return publicityArrow(entry, 'withdraw') && withdrawRevoked(entry);
}

/** A decision goes to the body that supervises from now on, with what it makes of an earlier one. */
export const pushToSupervisor =
  (deps: Deps<'applications' | 'links' | 'decidedCases' | 'pushes' | 'catalogue'>) =>
  async ({ district, data }: Decided, cause: Cause): Promise<void> => {
    const { decidedCases, pushes, calendars, set } = deps;
    if (district !== set || !hasResult(data)) return;
    const [found, store] = await Promise.all([decidedCases.get(data.caseId), pushes()]);
    if (!found || (await store.get('any', data.caseId))) return;
    const supervisingBody = supervisorOf(await itemOf(found.application, deps));
    if (!supervisingBody) return;
    const calendar = await calendars.current();
    const [holder, upon] = await Promise.all([holderOf(found, deps), uponOf(found.application, deps)]);
    const change = pushDecision(found.application, { district: set, supervisingBody, holder, upon, calendar });
    if (change) await store.save(change, calendar, cause);
  };

/** What was taken back is confirmed no more: the body confirms what took it back. */
export const supersedePush =
  (deps: Deps<'applications' | 'links' | 'pushes'>) =>
  async ({ district, data }: Decided, cause: Cause): Promise<void> => {
    if (district !== deps.set || data.outcome !== 'granted' || !data.follows) return;
    const decided = await deps.applications.getForClock(data.caseId);
    const undone = decided && (await undoneBy(decided, deps));
    if (!undone || undone.stands) return;
    const store = await deps.pushes();
    const found = await store.get('any', undone.grant.id);
    const change = found && supersede(found);
    if (change) await store.save(change, await deps.calendars.current(), cause);
  };
