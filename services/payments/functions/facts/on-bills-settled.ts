import type { BillsSettledV1 } from '#events/payments/bills-settled.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import { settle } from '../../domain/bill/act.ts';
import { partOf } from '../part-of.ts';

/**
 * An order has paid bills, or let go of them: each takes that in, in a transaction of its own. A bill that has done so stays as
 * it is, so that a message that is killed halfway and comes again goes on where it was.
 */
export const onBillsSettled =
  ({ bills }: Pick<PaymentsDeps, 'bills'>) =>
  async ({ data }: ReceivedOf<typeof BillsSettledV1>, cause: Cause): Promise<void> => {
    const { orderId, channel, at, paid } = data;
    for (const { billId, revision } of data.bills) {
      const found = await bills.load(billId);
      if (!found) throw new Error(`bill ${billId} of order ${orderId} is not there`);
      const change = settle(found, paid ? { orderId, channel, at: new Date(at), revision } : undefined);
      if (change) await bills.save(change, partOf(cause, billId));
    }
  };
