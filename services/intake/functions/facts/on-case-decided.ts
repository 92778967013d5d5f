import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { takesBack } from '../../domain/case/follows.ts';
import { begin } from '../../domain/delivery/act.ts';
import { hasResult } from '../../domain/delivery/delivery.ts';
import { begin as beginEntry, restore, withdrawRevoked, type PublicityChange } from '../../domain/publicity/act.ts';
import { publicityArrow } from '../../domain/publicity/graph.ts';
import { holderIn } from '../../domain/publicity/holder.ts';
import { isPublic, type Publicity } from '../../domain/publicity/publicity.ts';
import { pushDecision, supervisorOf } from '../../domain/push/push.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemOf } from '../case/item-of.ts';
import { undoneBy, type UndoneBy } from '../case/undone.ts';

type Decided = ReceivedOf<typeof CaseChangedV2>;
type Deps<Names extends keyof IntakeDeps> = Pick<IntakeDeps, Names | 'calendars' | 'set'>;

/** A case of this set is decided: its result is to be delivered. */
export const beginDelivery =
  ({ applications, deliveries, calendars, set }: Deps<'applications' | 'deliveries'>) =>
  async ({ district, data }: Decided, cause: Cause): Promise<void> => {
    if (district !== set || !hasResult(data)) return;
    const store = await deliveries();
    const [decided, begun] = await Promise.all([applications.getForClock(data.caseId), store.get(data.caseId)]);
    if (!decided || begun) return;
    await store.save(begin(decided, set), await calendars.current(), cause);
  };

/** A grant of a public item is to be published; a licence that is taken back is taken out, and shown again where it stands again. */
export const beginPublicity =
  (deps: Deps<'applications' | 'links' | 'decidedCases' | 'publicities' | 'catalogue'>) =>
  async ({ district, data }: Decided, cause: Cause): Promise<void> => {
    const { decidedCases, publicities, calendars, set } = deps;
    if (district !== set || data.outcome !== 'granted') return;
    const found = await decidedCases.get(data.caseId);
    if (!found) return;
    const { application, form } = found;
    const [store, calendar] = await Promise.all([publicities(), calendars.current()]);
    if (takesBack(application)) {
      const undone = await undoneBy(application, deps);
      const entry = undone && (await store.get(undone.grant.id));
      const change = entry && entryUndone(entry, undone);
      return change && store.save(change, calendar, cause);
    }
    const item = await itemOf(application, deps);
    if (!isPublic(application, item) || (await store.get(data.caseId))) return;
    await store.save(beginEntry(application, item, holderIn(form.form, item.form ?? {})), calendar, cause);
  };

function entryUndone(entry: Publicity, { stands }: UndoneBy): PublicityChange | undefined {
  if (stands) return restore(entry);
  return publicityArrow(entry, 'withdraw') && withdrawRevoked(entry);
}

/** The decision goes to the body that supervises from now on. */
export const pushToSupervisor =
  (deps: Deps<'decidedCases' | 'pushes' | 'catalogue'>) =>
  async ({ district, data }: Decided, cause: Cause): Promise<void> => {
    const { decidedCases, pushes, calendars, set } = deps;
    if (district !== set || !hasResult(data)) return;
    const [found, store] = await Promise.all([decidedCases.get(data.caseId), pushes()]);
    if (!found || (await store.get('any', data.caseId))) return;
    const item = await itemOf(found.application, deps);
    const supervisingBody = supervisorOf(item);
    if (!supervisingBody) return;
    const calendar = await calendars.current();
    const holder = holderIn(found.form.form, item.form ?? {});
    const change = pushDecision(found.application, { district: set, supervisingBody, holder, calendar });
    if (change) await store.save(change, calendar, cause);
  };
