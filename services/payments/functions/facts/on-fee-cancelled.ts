import type { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import { cancel } from '../../domain/bill/act.ts';

/** Nothing is asked any more; where that comes before the assessment itself, it waits for that. */
export const onFeeCancelled =
  ({ bills }: Pick<PaymentsDeps, 'bills'>) =>
  async (event: ReceivedOf<typeof FeeCancelledV1>, cause: Cause): Promise<void> => {
    const { assessmentId, revision, waived } = event.data;
    const { known, parked } = await bills.heard(assessmentId);
    if (!known) return bills.park(assessmentId, { parked, event }, cause);
    const last = known.bill.next?.revision ?? known.bill.revision;
    const change = revision >= last ? cancel(known, waived ? 'waive' : 'cancel') : undefined;
    if (change) await bills.save(change, cause);
  };
