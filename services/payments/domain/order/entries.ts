import { dayOf } from '#shared/calendar';
import { clearingOf, payeeAccount, suspenseOf, tillOf } from '../ledger/accounts.ts';
import type { ClearingItem } from '../ledger/clearing-item.ts';
import type { Leg, SaidEntry } from '../ledger/entry.ts';
import { amountOfPayment, billsOf, numberedParts, partsOf, type Attempt, type Order, type Payment } from './order.ts';

/** What came that no bill takes, of one merchant. */
export interface Surplus {
  attempt: string;
  merchant: string;
  amountFen: number;
  paidAt: Date;
  /** Of the refund that gives it back, where somebody waits for that. */
  id?: string;
}

/** What the channel, or the cashier, has taken for each merchant is owed to the payees of the lines. */
export function captureEntry(order: Order, paying: Payment, attempt: Attempt): SaidEntry {
  const { number, way } = attempt;
  const isCash = order.shift !== undefined && way === 'cash';
  const channel = clearingChannel(order, way);
  // Notes lie in the till of the shift; what a card terminal or a transfer brings is awaited at the bank.
  const placeOf = (merchant: string): string => {
    if (order.suspense) return suspenseOf({ channel: order.suspense.channel, merchant });
    return order.shift && isCash ? tillOf(order.shift, merchant) : clearingOf({ channel, merchant });
  };
  const lines = billsOf(order, paying)
    .flatMap((one) => one.lines)
    .filter(({ amountFen }) => amountFen > 0);
  const parts = numberedParts(order, paying, number).filter(({ amountFen }) => amountFen > 0);
  return {
    kind: 'capture',
    legs: [
      ...parts.map(({ merchant, amountFen }): Leg => ({ account: placeOf(merchant), side: 'debit', amountFen })),
      ...lines.map((line): Leg => ({ account: payeeAccount(line), side: 'credit', amountFen: line.amountFen })),
    ],
    lines: lines.map(lineOf),
    // What lay in suspense was cleared when it was put there.
    clears:
      isCash || order.suspense
        ? []
        : parts.map((part) => ({
            ...itemOf(attempt, { ...part, channel }),
            lines: lines.filter(({ merchant }) => merchant === part.merchant).map(lineOf),
          })),
  };
}

/** What a counter takes by a card terminal, and by transfer, is cleared apart. */
const clearingChannel = ({ channel, shift }: Pick<Order, 'channel' | 'shift'>, way: string): string =>
  shift ? `${channel}-${way}` : channel;

type Place = Pick<ClearingItem, 'number' | 'merchant' | 'amountFen' | 'channel'>;

function itemOf({ paid }: Attempt, { number, merchant, amountFen, channel }: Place): ClearingItem {
  if (!paid) throw new Error(`charge ${number} is cleared before it is paid`);
  const day = paid.day ?? dayOf(paid.at);
  return { channel, merchant, day, number, direction: 'in', amountFen, ref: paid.channelRef, lines: [] };
}

const lineOf = ({ payee, destination, code, subject, amountFen }: ClearingItem['lines'][number]) => ({
  payee,
  destination,
  code,
  subject,
  amountFen,
});

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

/** It has come, and is nobody's. */
export function surplusEntry(
  order: Order,
  { payment, attempt }: { payment: Payment; attempt: Attempt },
  surplus: readonly Surplus[],
): SaidEntry {
  const { channel } = order;
  const parts = numberedParts(order, payment, attempt.number);
  const both = ({ merchant, amountFen }: Surplus): Leg[] => [
    { account: clearingOf({ channel, merchant }), side: 'debit', amountFen },
    { account: suspenseOf({ channel, merchant }), side: 'credit', amountFen },
  ];
  const numberOf = (merchant: string): string =>
    parts.find((one) => one.merchant === merchant)?.number ?? attempt.number;
  return {
    kind: 'surplus',
    legs: surplus.flatMap(both),
    clears: surplus.map((one) => itemOf(attempt, { ...one, channel, number: numberOf(one.merchant) })),
  };
}
