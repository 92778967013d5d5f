import type { BillsSettledV1 } from '#events/payments/bills-settled.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import { partOf } from '../part-of.ts';
import { owedAccounts } from '../receipt/owed-accounts.ts';
import { settleAccount } from '../receipt/settle-account.ts';

type Deps = Pick<PaymentsDeps, 'orders' | 'bills' | 'charges' | 'receipts' | 'segments' | 'newCheck' | 'pause'>;

/** 开票: what was paid to each payee gets a receipt, or waits for a number; each in a transaction of its own. */
export const makeReceipts =
  (deps: Deps) =>
  async ({ data: { orderId, paid, bills } }: ReceivedOf<typeof BillsSettledV1>, cause: Cause): Promise<void> => {
    if (!paid) return;
    const order = await deps.orders.load(orderId);
    const payment = order?.payments.find((one) => bills.some(({ billId }) => one.bills.includes(billId)));
    if (!order || !payment) throw new Error(`order ${orderId} has no such payment`);
    for (const change of await owedAccounts(order, payment, deps)) {
      const { id } = change.account;
      if (!(await deps.receipts.account(id))) await settleAccount(change, partOf(cause, id), deps);
    }
  };
