import type { Agreement } from '../charge/charge-list.ts';
import type { RowClass } from './class.ts';
import type { StatementRow } from './row.ts';
import type { Side } from './side.ts';

/** What rows of a channel and merchant are held to. */
export interface Rules {
  /** Our merchant's numbers there; none: they are not looked at. */
  merchantNumbers: readonly string[];
  agreement: Pick<Agreement, 'feePerMyriad' | 'refundFee'>;
  /** No later statement may show what this one does not. */
  isPastLimit: boolean;
}

/** Rows of one number, and what the ledger has under it. */
export interface Pair {
  rows: readonly StatementRow[];
  side: Side;
}

interface Verdict {
  class: RowClass;
  means: string;
  when: (pair: Pair, rules: Rules) => boolean;
}

const some = ({ rows }: Pair, test: (row: StatementRow) => boolean): boolean => rows.some(test);
const isSplit = ({ rows, side }: Pair): boolean => rows.length > 1 || side.numbers > 1;

/** What rows and an item of the same number are to each other: the first that holds. */
export const verdicts: readonly Verdict[] = [
  {
    class: 'CURRENCY_MISMATCH',
    means: 'The row is not in yuan: nothing of it is compared in fen',
    when: (pair) => some(pair, ({ currency }) => currency !== 'CNY'),
  },
  {
    class: 'STATUS_MISMATCH',
    means: 'The ledger has it, and the channel says that it has not ended so',
    when: (pair) => some(pair, ({ status }) => status !== 'done'),
  },
  {
    class: 'DATA_MISMATCH',
    means:
      'It stands under the number of another merchant, or the channel calls it by another number than the ledger knows',
    when: (pair, rules) => some(pair, (row) => isAnothers(row, rules) || hasOtherRef(row, pair.side)),
  },
  {
    class: 'DUPLICATE_IN_LEDGER',
    means: 'More than one entry says that the channel took it, and they come to another amount than the row',
    when: (pair) => pair.side.captures > 1 && differenceOf(pair) !== 0,
  },
  {
    class: 'SPLIT_MISMATCH',
    means: 'Several rows for one item, or one row for several parts, which do not come to the same',
    when: (pair) => isSplit(pair) && differenceOf(pair) !== 0,
  },
  { class: 'AMOUNT_OVER', means: 'The row is more than the item', when: (pair) => differenceOf(pair) > 0 },
  { class: 'AMOUNT_UNDER', means: 'The row is less than the item', when: (pair) => differenceOf(pair) < 0 },
  {
    class: 'FEE_MISMATCH',
    means: 'The amounts agree, and the fee is not that of the agreement',
    when: (pair, { agreement }) => some(pair, (row) => row.feeFen !== feeOf(row, agreement)),
  },
  { class: 'MATCHED', means: 'They say the same', when: () => true },
];

/** The class of rows and the item of their number. */
export function judge(pair: Pair, rules: Rules): RowClass {
  return verdicts.find(({ when }) => when(pair, rules))?.class ?? 'MATCHED';
}

/** What of rows counts in fen: what is done, in yuan. */
export const countedFen = (rows: readonly StatementRow[]): number =>
  rows.reduce((sum, row) => sum + (counts(row) ? row.amountFen : 0), 0);

/** Whether a row has moved money that the ledger keeps. */
export const counts = ({ status, currency }: StatementRow): boolean => status === 'done' && currency === 'CNY';

/** Statement less ledger, in fen. */
export const differenceOf = ({ rows, side }: Pair): number => countedFen(rows) - side.amountFen;

/** 手续费 by the agreement: so many of a myriad, half a fen up; what a refund gives back of it is below zero. */
export function feeOf(
  { amountFen, direction }: Pick<StatementRow, 'amountFen' | 'direction'>,
  { feePerMyriad, refundFee }: Rules['agreement'],
): number {
  const fee = Math.floor((amountFen * feePerMyriad + 5000) / 10_000);
  if (direction === 'in') return fee;
  return refundFee === 'kept' || fee === 0 ? 0 : -fee;
}

const isAnothers = ({ merchantNumber }: StatementRow, { merchantNumbers }: Rules): boolean =>
  merchantNumbers.length > 0 && !merchantNumbers.includes(merchantNumber);

function hasOtherRef({ ref }: StatementRow, { refs }: Side): boolean {
  return refs.length > 0 && ref !== '' && !refs.includes(ref);
}
