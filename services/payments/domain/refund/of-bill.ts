import { sumFen } from '#shared/money';
import type { Bill } from '../bill/bill.ts';
import type { Order } from '../order/order.ts';
import type { BackLine, Refund } from './refund.ts';
import { promised, refundableOf, type Backed } from './reserve.ts';

export type Wish = Pick<BackLine, 'code' | 'amountFen'>;
type Share = Pick<Refund, 'merchant' | 'amountFen' | 'attempt' | 'paidAt'> & { lines: BackLine[] };

/** Why lines of a bill cannot go back: `over` the wish for which there is no room, or a charge that the bill has not. */
export type NoRefund = { fault: 'not-paid' | 'too-many' } | { fault: 'over'; at: number };

/** A channel takes fifty partial refunds of a charge. */
const mostRefunds = 50;

/** What is asked back of a paid bill, by the merchants that took it and the payees that it was for: each gives its share back by itself. */
export function sharesOf(
  bill: Bill,
  { order, back, wishes }: { order: Order | undefined; back: Backed; wishes: readonly Wish[] },
): { shares: Share[]; after: Backed } | NoRefund {
  const attempt = order && takenBy(order, bill.id);
  if (!bill.paid || !attempt?.paid) return { fault: 'not-paid' };
  if (back.refunds >= mostRefunds) return { fault: 'too-many' };
  const at = wishes.findIndex(({ code, amountFen }) => amountFen > refundableOf(code, bill.lines, back));
  if (at >= 0) return { fault: 'over', at };

  const lines = wishes.flatMap(({ code, amountFen }) => {
    const line = bill.lines.find((one) => one.code === code);
    return line ? [{ merchant: line.merchant, line: { ...pick(line), amountFen } }] : [];
  });
  const groups = Map.groupBy(lines, ({ merchant, line: { payee } }) => `${merchant} ${payee}`);
  const taken = { attempt: attempt.number, paidAt: attempt.paid.at };
  const shares = [...groups.values()].flatMap((of) => {
    const own = of.map(({ line }) => line);
    return of.slice(0, 1).map(({ merchant }) => ({ merchant, lines: own, amountFen: sumFen(own), ...taken }));
  });
  return { shares, after: promised(back, wishes, shares.length) };
}

const pick = ({ code, payee, destination, subject }: BackLine): Omit<BackLine, 'amountFen'> => ({
  code,
  payee,
  destination,
  subject,
});

/** The charge that took the money of a bill. */
function takenBy({ payments }: Order, billId: string) {
  const payment = payments.find(({ bills, capturedBy }) => capturedBy && bills.includes(billId));
  return payment?.attempts.find(({ number }) => number === payment.capturedBy);
}
