import type { StatementRow } from './row.ts';
import { keyOf, type Side } from './side.ts';
import { again, judged, unseen, type Outcome } from './outcome.ts';
import { withoutPartner } from './partner.ts';
import { countedFen, differenceOf, type Pair, type Rules } from './verdict.ts';

export interface Shard {
  rows: Iterable<StatementRow>;
  sides: ReadonlyMap<string, Side>;
  /** Items that a row of another day's statement has matched. */
  claimed: ReadonlySet<string>;
}

/**
 * Holds the rows of a partition against its items, by number and direction: one to one, one row to the parts of a charge, several rows to
 * one item. What has no partner is said to be missing, and it is the caller's to look again before anybody is told.
 */
export function matchShard({ rows, sides, claimed }: Shard, rules: Rules): Outcome[] {
  const outcomes: Outcome[] = [];
  const unmet = new Map(sides);
  const lone: StatementRow[][] = [];
  const uneven: Pair[] = [];
  for (const [key, group] of byNumber(rows)) {
    const side = sides.get(key);
    const single = isAll(group, side, claimed.has(key)) ? group : singled(group, outcomes);
    if (side) unmet.delete(key);
    if (!side) lone.push(single);
    else if (claimed.has(key)) outcomes.push(...claimedAlready(single, side, group.length));
    else if (differenceOf({ rows: single, side }) === 0) outcomes.push(judged({ rows: single, side }, rules));
    else uneven.push({ rows: single, side });
  }
  const free = new Map([...unmet].filter(([key, side]) => !claimed.has(key) && side.amountFen !== 0));
  outcomes.push(...withoutPartner({ uneven, lone, free }, rules));
  for (const [key, side] of unmet) {
    const isMet = claimed.has(key) || side.amountFen === 0;
    if (isMet || free.has(key)) outcomes.push(unseen(side, { isMet, rules }));
  }
  return outcomes;
}

function byNumber(rows: Iterable<StatementRow>): Map<string, StatementRow[]> {
  const groups = new Map<string, StatementRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** What stands twice was taken in as often: two people have said of the second row what becomes of it. */
const isAll = (rows: readonly StatementRow[], side: Side | undefined, isClaimed: boolean): boolean =>
  side !== undefined && !isClaimed && rows.length > 1 && countedFen(rows) === side.amountFen;

/** The rows without those that say again what one before them has said. */
function singled(group: StatementRow[], outcomes: Outcome[]): StatementRow[] {
  if (group.length === 1) return group;
  const single: StatementRow[] = [];
  for (const row of group) {
    const isTwin = single.some((one) => saysTheSame(one, row));
    if (isTwin) outcomes.push(again(row, { nth: group.indexOf(row) + 1, detail: '' }));
    else single.push(row);
  }
  return single;
}

/** One number of the channel may stand on rows of two orders: only a row of the same order can repeat another. */
export const saysTheSame = (one: StatementRow, other: StatementRow): boolean =>
  one.ref === other.ref && one.amountFen === other.amountFen && one.status === other.status;

/** The item was matched by another day's statement: what this one shows of it comes again. */
function claimedAlready(rows: readonly StatementRow[], side: Side, inAll: number): Outcome[] {
  const detail = 'matched-on-another-day';
  return [...rows.map((row, n) => again(row, { nth: inAll + n + 1, detail })), unseen(side, { isMet: true })];
}
