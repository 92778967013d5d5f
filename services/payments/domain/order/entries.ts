import { clearingOf, payeeAccount, suspenseOf, tillOf } from '../ledger/accounts.ts';
import type { EntryKind, Leg } from '../ledger/entry.ts';
import { amountOfPayment, billsOf, partsOf, type Order, type Payment } from './order.ts';

/** What came that no bill takes, of one merchant. */
export interface Surplus {
  attempt: string;
  merchant: string;
  amountFen: number;
  paidAt: Date;
}

/** What the channel, or the cashier, has taken for each merchant is owed to the payees of the lines. */
export function captureEntry(order: Order, paying: Payment, way: string): { kind: EntryKind; legs: Leg[] } {
  const { channel, shift } = order;
  // Notes lie in the till of the shift; what a card terminal or a transfer brings is awaited at the bank.
  const placeOf = (merchant: string): string =>
    shift && way === 'cash'
      ? tillOf(shift, merchant)
      : clearingOf({ channel: shift ? `${channel}-${way}` : channel, merchant });
  const lines = billsOf(order, paying)
    .flatMap((one) => one.lines)
    .filter(({ amountFen }) => amountFen > 0);
  return {
    kind: 'capture',
    legs: [
      ...partsOf(order, paying).map(({ merchant, amountFen }): Leg => ({
        account: placeOf(merchant),
        side: 'debit',
        amountFen,
      })),
      ...lines.map((line): Leg => ({ account: payeeAccount(line), side: 'credit', amountFen: line.amountFen })),
    ],
  };
}

/** Whose it is to give back. Of another amount than was asked nobody can say that: the first merchant stands for all. */
export function surplusOf(
  order: Order,
  paying: Payment,
  { number, amountFen, at }: { number: string; amountFen: number; at: Date },
): Surplus[] {
  const parts = partsOf(order, paying);
  const known = amountFen === amountOfPayment(order, paying);
  const shares = known ? parts : [{ merchant: parts[0]?.merchant ?? 'treasury', amountFen }];
  return shares.filter((one) => one.amountFen > 0).map((share) => ({ ...share, attempt: number, paidAt: at }));
}

export function surplusEntry({ channel }: Order, surplus: readonly Surplus[]): { kind: EntryKind; legs: Leg[] } {
  const both = ({ merchant, amountFen }: Surplus): Leg[] => [
    { account: clearingOf({ channel, merchant }), side: 'debit', amountFen },
    { account: suspenseOf({ channel, merchant }), side: 'credit', amountFen },
  ];
  return { kind: 'surplus', legs: surplus.flatMap(both) };
}
