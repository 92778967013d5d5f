import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { begin } from '../../domain/delivery/act.ts';
import { hasResult } from '../../domain/delivery/delivery.ts';
import type { IntakeDeps } from '../../deps.ts';

/** A case of this set is decided: its result is to be delivered. */
export const beginDelivery =
  ({
    applications,
    deliveries,
    calendars,
    set,
  }: Pick<IntakeDeps, 'applications' | 'deliveries' | 'calendars' | 'set'>) =>
  async ({ district, data }: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    if (district !== set || !hasResult(data)) return;
    const store = await deliveries();
    const [decided, begun] = await Promise.all([applications.getForClock(data.caseId), store.get(data.caseId)]);
    if (!decided || begun) return;
    await store.save(begin(decided, set), await calendars.current(), cause);
  };
