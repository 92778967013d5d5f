import type { Charge } from '../charge/charge-list.ts';
import type { Asked, Bill, BillLine } from './bill.ts';

interface Owed {
  code: string;
  quantity: number;
  amountFen: number;
  dueAt: Date;
}

/** The line of what a collector asks: its own amount, with the payee and the merchant of the list. */
export function lineOfDebt(
  { payee, kind, destination, merchant, subject, receipt }: Charge,
  { code, quantity, amountFen }: Owed,
): BillLine {
  return { code, payee, kind, destination, merchant, subject, receipt, quantity, amountFen, gate: 'none' };
}

/** The next revision of a bill of which the collector asks another amount now. */
export function withAmount(bill: Bill, { quantity, amountFen, dueAt }: Owed): Asked {
  const revision = (bill.next?.revision ?? bill.revision) + 1;
  return { revision, dueAt, lines: bill.lines.map((line) => ({ ...line, quantity, amountFen })) };
}
