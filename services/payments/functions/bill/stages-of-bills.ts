import type { PaymentsDeps } from '../../deps.ts';
import type { Bill } from '../../domain/bill/bill.ts';
import { paidShares, stageOf, type Stage } from '../../domain/bill/stage.ts';
import { exceptionOf } from '../exception/exception-of.ts';

/** How far the money of bills that are paid has come, by their ids. */
export async function stagesOf(
  bills: readonly Pick<Bill, 'id' | 'state' | 'paid'>[],
  { stages }: Pick<PaymentsDeps, 'stages'>,
): Promise<Map<string, Stage>> {
  const paid = bills.flatMap(({ id, state, paid: by }) =>
    state === 'paid' && by ? [{ id, orderId: by.orderId }] : [],
  );
  if (paid.length === 0) return new Map();
  const orders = await stages.orders([...new Set(paid.map(({ orderId }) => orderId))]);
  const shares = paid.flatMap(({ id, orderId }) => {
    const order = orders.get(orderId);
    return order ? paidShares(order, id).map((one) => ({ ...one, bill: id, exception: exceptionOf(one) })) : [];
  });
  const found = await stages.of(shares);
  const byBill = Map.groupBy(
    shares.map(({ bill }, n) => ({ bill, stage: found[n] ?? 'paid' })),
    ({ bill }) => bill,
  );
  return new Map([...byBill].map(([bill, own]) => [bill, stageOf(own.map(({ stage }) => stage))]));
}
