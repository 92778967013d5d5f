import type { Direction } from '../ledger/clearing-item.ts';
import type { RowClass } from './class.ts';
import type { StatementRow } from './row.ts';
import type { Side } from './side.ts';
import { countedFen, judge, type Pair, type Rules } from './verdict.ts';

/** What came of rows, an item, or both: each row and each item of a partition is in exactly one (I9). */
export interface Outcome {
  class: RowClass;
  number: string;
  direction: Direction;
  /** From 2 where a row says again what another has said. */
  nth: number;
  rows: readonly StatementRow[];
  side: Side | undefined;
  /** Which rule, where the class does not say it. */
  detail: string;
}

/** Rows and an item that have found one another. */
export function judged(pair: Pair, rules: Rules): Outcome {
  const { number, direction } = pair.rows[0] ?? pair.side;
  return { class: judge(pair, rules), number, direction, nth: 1, ...pair, detail: '' };
}

/** A row that says what another has said. */
export function again(row: StatementRow, { nth, detail }: { nth: number; detail: string }): Outcome {
  const { number, direction } = row;
  return { class: 'DUPLICATE_IN_STATEMENT', number, direction, nth, rows: [row], side: undefined, detail };
}

/** Rows of which the ledger has nothing. Where the channel too says that nothing has moved, they agree. */
export function unknown(rows: readonly StatementRow[]): Outcome | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const { number, direction } = first;
  const isNothing = rows.every(({ status, currency }) => status !== 'done' && currency === 'CNY');
  const said = isNothing
    ? ({ class: 'MATCHED', detail: 'nothing-moved' } as const)
    : ({ class: 'MISSING_IN_LEDGER', detail: '' } as const);
  return { ...said, number, direction, nth: 1, rows, side: undefined };
}

/** An item that no row of this statement shows. `isMet`: nor need one, since it comes to nothing or stood in another's. */
export function unseen(side: Side, { isMet, rules }: { isMet: boolean; rules?: Rules }): Outcome {
  const missing = rules?.isPastLimit ? 'MISSING_IN_STATEMENT' : 'TIMING_CARRY_OVER';
  const { number, direction } = side;
  const detail = isMet ? (side.amountFen === 0 ? 'comes-to-nothing' : 'matched-on-another-day') : '';
  return { class: isMet ? 'MATCHED' : missing, number, direction, nth: 1, rows: [], side, detail };
}

/** Statement less ledger, in fen, as seen in the direction of the row; of what has no partner the whole. */
export function differenceIn({ rows, side, direction }: Outcome): number {
  const has = side ? (side.direction === direction ? side.amountFen : -side.amountFen) : 0;
  return countedFen(rows) - has;
}
