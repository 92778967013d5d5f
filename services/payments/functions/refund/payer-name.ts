import type { PaymentsDeps } from '../../deps.ts';
import type { Refund } from '../../domain/refund/refund.ts';

/** What the payer of a refund is called: as its bill says, or, of money that no bill took, any bill of its order. */
export async function payerNameOf(
  { of, orderId }: Refund,
  { orders, payers }: Pick<PaymentsDeps, 'orders' | 'payers'>,
): Promise<string | undefined> {
  if (of.kind === 'lines') return payers.ofAny([of.billId]);
  const order = await orders.load(orderId);
  return payers.ofAny(order?.payments.flatMap(({ bills }) => bills) ?? []);
}
