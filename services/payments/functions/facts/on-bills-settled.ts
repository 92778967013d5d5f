import type { BillsSettledV1 } from '#events/payments/bills-settled.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { inPieces } from '#shared/pieces';
import type { PaymentsDeps } from '../../deps.ts';
import { settle } from '../../domain/bill/act.ts';
import { partOf } from '../part-of.ts';

// An order has up to fifty: one after another they would keep the payer's case waiting for a second.
const atOnce = 10;

/**
 * An order has paid bills, or let go of them: each takes that in, in a transaction of its own. A bill that has done so stays as
 * it is, so that a message that is killed halfway and comes again goes on where it was; one that fails holds back no other.
 */
export const onBillsSettled =
  ({ bills }: Pick<PaymentsDeps, 'bills'>) =>
  async ({ data }: ReceivedOf<typeof BillsSettledV1>, cause: Cause): Promise<void> => {
    const { orderId, channel, at, paid } = data;
    const takeIn = async ({ billId, revision }: (typeof data.bills)[number]): Promise<void> => {
      const found = await bills.load(billId);
      if (!found) throw new Error(`bill ${billId} of order ${orderId} is not there`);
      const change = settle(found, paid ? { orderId, channel, at: new Date(at), revision } : undefined);
      if (change) await bills.save(change, partOf(cause, billId));
    };
    const failures: unknown[] = [];
    for (const some of inPieces(data.bills, atOnce)) {
      const done = await Promise.allSettled(some.map(takeIn));
      failures.push(...done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])));
    }
    if (failures.length > 0) throw failures[0];
  };
