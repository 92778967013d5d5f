import type { RefundChangedV1 } from '#events/payments/refund-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import { attemptIn } from '../../domain/order/act.ts';
import { noteRefund } from '../../domain/receipt/settle.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { partOf } from '../part-of.ts';
import { owedAccounts } from '../receipt/owed-accounts.ts';
import { settleAccount } from '../receipt/settle-account.ts';

type Deps = Pick<
  PaymentsDeps,
  'orders' | 'bills' | 'charges' | 'receipts' | 'segments' | 'refunds' | 'newCheck' | 'pause'
>;

/** 冲红: what went back is taken off the receipts of its lines, whether or not they are made yet. */
export const takeReceiptsBack =
  (deps: Deps) =>
  async ({ data: { refundId, state } }: ReceivedOf<typeof RefundChangedV1>, cause: Cause): Promise<void> => {
    const refund = state === 'done' ? await deps.refunds.load(refundId) : undefined;
    if (refund?.of.kind !== 'lines') return;
    for (const opened of await accountsOf(refund, deps)) {
      const { id } = opened.account;
      const known = await deps.receipts.account(id);
      const change = noteRefund({ known, opened }, { id: refundId, ...refund.of });
      if (change) await settleAccount(change, partOf(cause, id), deps);
    }
  };

/** The money may be back before anybody has heard that it came. */
async function accountsOf({ orderId, attempt }: Refund, deps: Deps) {
  const order = await deps.orders.load(orderId);
  const taken = order && attemptIn(order, attempt);
  if (!order || !taken) throw new Error(`order ${orderId} has no charge ${attempt}`);
  return owedAccounts(order, taken.payment, deps);
}
