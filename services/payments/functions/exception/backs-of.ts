import type { PaymentsDeps } from '../../deps.ts';
import type { Plan } from '../../domain/exception/plan.ts';
import type { Situation } from '../../domain/exception/situation.ts';
import { billsOf, chargeOfPart } from '../../domain/order/order.ts';
import { promised, refundableOf } from '../../domain/refund/reserve.ts';
import type { BackChange } from '../../stores/refunds.ts';

/**
 * What is taken back from payees can be given back to nobody any more: it is promised as a refund's is (I5). Undefined where a refund
 * has promised it before.
 */
export async function backsOf(
  { found, order }: Situation,
  { reversed = [] }: Pick<Plan, 'reversed'>,
  { refunds }: Pick<PaymentsDeps, 'refunds'>,
): Promise<BackChange[] | undefined> {
  const number = found.subject.kind === 'number' ? found.subject.number : '';
  const charge = order && chargeOfPart(order, { number, merchant: found.merchant });
  if (!order || !charge || reversed.length === 0) return [];
  const changes: BackChange[] = [];
  const left = new Map(reversed.map(({ code, amountFen }) => [code, amountFen]));
  for (const { billId, lines } of billsOf(order, charge.payment)) {
    const before = await refunds.backOf(billId);
    const own = lines.filter(({ merchant }) => merchant === found.merchant);
    const wishes = [...left].flatMap(([code, wanted]) => {
      const amountFen = Math.min(wanted, refundableOf(code, own, before));
      return amountFen > 0 ? [{ code, amountFen }] : [];
    });
    for (const { code, amountFen } of wishes) left.set(code, (left.get(code) ?? 0) - amountFen);
    if (wishes.length > 0) changes.push({ billId, before, after: promised(before, wishes) });
  }
  return [...left.values()].every((fen) => fen === 0) ? changes : undefined;
}
