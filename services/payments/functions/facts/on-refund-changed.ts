import type { RefundChangedV1 } from '#events/payments/refund-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import { giveBack } from '../../domain/bill/act.ts';

/** What has gone back of a bill is on it too, and the set of its case is told. */
export const onRefundChanged =
  ({ bills }: Pick<PaymentsDeps, 'bills'>) =>
  async ({ data }: ReceivedOf<typeof RefundChangedV1>, cause: Cause): Promise<void> => {
    const { refundId, billId, state, amountFen } = data;
    if (state !== 'done' || !billId) return;
    const found = await bills.load(billId);
    if (!found) throw new Error(`bill ${billId} of refund ${refundId} is not there`);
    const change = giveBack(found, { refundId, amountFen });
    if (change) await bills.save(change, cause);
  };
