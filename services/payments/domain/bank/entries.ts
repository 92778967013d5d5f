import { bankOf } from '../ledger/accounts.ts';
import type { ClearingItem } from '../ledger/clearing-item.ts';
import type { EntryKind, Leg, SaidEntry } from '../ledger/entry.ts';
import type { StatementRow } from '../reconciliation/row.ts';
import { bankClearing, type Expected } from './expected.ts';

export const signedFen = ({ direction, amountFen }: Pick<StatementRow, 'direction' | 'amountFen'>): number =>
  direction === 'in' ? amountFen : -amountFen;

interface Met {
  merchant: string;
  /** Of the bank's statement. */
  day: string;
  /** Under which the ledger's side stands from now on: the first row that shows it. */
  by: Pick<StatementRow, 'number' | 'direction'>;
  rows: readonly StatementRow[];
  expected: readonly Expected[];
}

/**
 * What rows show has come to the bank, and what was expected lies no more where it lay. Both go over the bank's clearing account: what
 * is left there is the difference. Undefined where nothing moves.
 */
export function arriveEntry({ rows, expected, by, ...place }: Met): SaidEntry | undefined {
  const shown = rows.flatMap((row) => [
    { account: bankOf(place), fen: signedFen(row) },
    { account: bankClearing(place), fen: -signedFen(row) },
  ]);
  const fen = expected.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const known = {
    ...bankItem(place, by.number, 0),
    direction: by.direction,
    amountFen: by.direction === 'in' ? fen : -fen,
  };
  const items = [...(fen === 0 ? [] : [known]), ...expected.flatMap(itemsLeft)];
  return entryOf('arrive', [...shown, ...leaving(expected)], items);
}

/** Nobody has shown it within its limit: it stands as a difference with the bank. */
export const lapseEntry = (one: Expected): SaidEntry | undefined =>
  entryOf('repost', leaving([one]), [bankItem(one, one.id, one.amountFen), ...itemsLeft(one)]);

/** What the channel says now is so much more than what the bank has confirmed. */
export const restateEntry = (one: Expected, moreFen: number): SaidEntry | undefined =>
  entryOf('repost', leaving([{ ...one, amountFen: moreFen }]), [{ ...bankItem(one, one.id, 0), amountFen: moreFen }]);

/** Takes back an earlier entry, whole. */
export function takenBack(entry: Pick<SaidEntry, 'legs' | 'clears'>): SaidEntry {
  const legs = entry.legs.map((leg): Leg => ({ ...leg, side: leg.side === 'debit' ? 'credit' : 'debit' }));
  const clears = (entry.clears ?? []).map((item) => ({ ...item, amountFen: -item.amountFen }));
  return { kind: 'unsettle', legs, clears };
}

/** More on the debit side, in fen; below zero: on the credit side. */
interface Move {
  account: string;
  fen: number;
}

const leaving = (expected: readonly Expected[]): Move[] =>
  expected.flatMap((one) => [
    { account: bankClearing(one), fen: one.amountFen },
    { account: one.account, fen: -one.amountFen },
  ]);

/** What the ledger has of the bank under a number, for its exceptions: as with a channel, what a statement shows is no item. */
const bankItem = (
  { merchant, day }: Pick<Expected, 'merchant' | 'day'>,
  number: string,
  fen: number,
): ClearingItem => ({
  channel: 'bank',
  merchant,
  day,
  number,
  direction: fen < 0 ? 'out' : 'in',
  amountFen: Math.abs(fen),
  ref: '',
  lines: [],
});

/** Under which number it lay where it was expected, and does no more. */
function itemsLeft(one: Expected): ClearingItem[] {
  const { channel, merchant, day, item, amountFen } = one;
  if (one.account === bankClearing(one)) {
    const lapsed = bankItem(one, one.id, amountFen);
    return [{ ...lapsed, amountFen: -lapsed.amountFen }];
  }
  const rest = { merchant, day, direction: 'in' as const, ref: '', lines: [] };
  return item === undefined ? [] : [{ ...rest, channel, number: item, amountFen: -amountFen }];
}

function entryOf(kind: EntryKind, moves: readonly Move[], clears: readonly ClearingItem[]): SaidEntry | undefined {
  const sums = [...Map.groupBy(moves, ({ account }) => account)].map(([account, own]) => ({
    account,
    fen: own.reduce((sum, { fen }) => sum + fen, 0),
  }));
  const legs = sums
    .filter(({ fen }) => fen !== 0)
    .map(({ account, fen }): Leg => ({ account, side: fen > 0 ? 'debit' : 'credit', amountFen: Math.abs(fen) }));
  return legs.length > 0 ? { kind, legs, clears } : undefined;
}
