import type { PaymentsDeps } from '../../deps.ts';
import type { Order, Payment } from '../../domain/order/order.ts';
import { owedFor } from '../../domain/receipt/account.ts';
import { open, type AccountChange } from '../../domain/receipt/settle.ts';
import { accountIdOf } from './receipt-id.ts';

/** The accounts of a payment that was captured: new ones, whether or not they are known already. */
export async function owedAccounts(
  { id: orderId }: Pick<Order, 'id'>,
  { bills: ids, capturedBy }: Payment,
  { bills, charges }: Pick<PaymentsDeps, 'bills' | 'charges'>,
): Promise<AccountChange[]> {
  if (!capturedBy) return [];
  const [held, list] = await Promise.all([bills.getAll(ids), charges.live()]);
  const found = held.flatMap((one) => (one ? [one.bill] : []));
  if (found.length < ids.length) throw new Error(`bills of order ${orderId} are not there`);
  return owedFor(found, (code) => list?.charge(code)).map((owed) => {
    return open({ id: accountIdOf(capturedBy, owed), orderId, ...owed });
  });
}
