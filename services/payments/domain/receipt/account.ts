import * as z from 'zod';
import { once } from '#shared/once';
import { sumFen } from '#shared/money';
import type { Bill } from '../bill/bill.ts';
import type { Charge } from '../charge/charge-list.ts';
import { receiptLine, type ReceiptLine } from './receipt.ts';

/**
 * 应开票据: what receipts are owed for what one party has paid to one payee with one payment. It knows what was paid and what is
 * back; the receipt that is in force must say what is left.
 */
export const account = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    orderId: z.uuid(),
    payee: z.string(),
    payer: z.string(),
    lines: z.array(receiptLine().extend({ backFen: z.int().min(0) })).min(1),
    /** The refunds that are in `backFen`. */
    refunds: z.array(z.uuid()),
    /** How many receipts have been made, by which the next has its id. */
    made: z.int().min(0),
    /** The receipt that is in force. */
    current: z.uuid().optional(),
    /** What it waits for: a number, or that the payer's accountant undoes an entry. */
    waits: z.enum(['number', 'entry']).optional(),
    timelineHash: z.string(),
  }),
);
export type Account = z.infer<ReturnType<typeof account>>;

/** What was paid to one payee for one party, before it has an id. */
export type Owed = Pick<Account, 'payee' | 'payer' | 'lines'>;

/** What is owed for a payment: by payee, and by who owed it, the lines of charges that get a fiscal receipt. */
export function owedFor(bills: readonly Bill[], chargeOf: (code: string) => Charge | undefined): Owed[] {
  const lines = bills.flatMap((bill) => linesOf(bill, chargeOf));
  const groups = Map.groupBy(lines, ({ payee, payer }) => `${payee} ${payer}`);
  return [...groups.values()].flatMap((ones) => {
    const [first] = ones;
    return first ? [{ payee: first.payee, payer: first.payer, lines: ones.map(({ line }) => line) }] : [];
  });
}

/** The lines of a bill that are of one charge are one. */
function linesOf({ id: billId, payer, lines }: Bill, chargeOf: (code: string) => Charge | undefined) {
  const fiscal = lines.filter(({ receipt, amountFen }) => receipt === 'fiscal' && amountFen > 0);
  return [...Map.groupBy(fiscal, ({ code }) => code)].flatMap(([code, ones]) => {
    const { name, unit } = chargeOf(code) ?? {};
    const quantity = ones.reduce((sum, one) => sum + one.quantity, 0);
    const line = { billId, code, name, unit, quantity, amountFen: sumFen(ones), backFen: 0 };
    return ones.slice(0, 1).map(({ payee }) => ({ payee, payer, line }));
  });
}

/** What is left of what was paid. */
export const leftOf = ({ lines }: Pick<Account, 'lines'>): ReceiptLine[] =>
  lines
    .filter(({ amountFen, backFen }) => amountFen > backFen)
    .map(({ backFen, quantity, ...line }) => ({
      ...line,
      ...(backFen === 0 && { quantity }),
      amountFen: line.amountFen - backFen,
    }));
