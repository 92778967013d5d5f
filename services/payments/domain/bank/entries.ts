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
  rows: readonly StatementRow[];
  expected: readonly Expected[];
}

/**
 * What rows show has come to the bank, and what was expected lies no more where it lay. Both go over the bank's clearing account: what
 * is left there is the difference. Undefined where nothing moves.
 */
export function arriveEntry({ rows, expected, ...place }: Met): SaidEntry | undefined {
  const shown = rows.flatMap((row) => [
    { account: bankOf(place), fen: signedFen(row) },
    { account: bankClearing(place), fen: -signedFen(row) },
  ]);
  return entryOf('arrive', [...shown, ...leaving(expected)], [...itemsOfRows(rows, place), ...itemsOf(expected)]);
}

/** Nobody has shown it within its limit: it stands as a difference with the bank. */
export const lapseEntry = (one: Expected): SaidEntry | undefined => entryOf('repost', leaving([one]), itemsOf([one]));

/** What the channel says now is so much more than what the bank has confirmed. */
export function restateEntry(one: Expected, moreFen: number): SaidEntry | undefined {
  const more = { ...one, amountFen: moreFen };
  return entryOf('repost', leaving([more]), itemsOf([more]));
}

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

/** A number that stands on several rows is one item. */
function itemsOfRows(rows: readonly StatementRow[], place: Pick<Met, 'merchant' | 'day'>): ClearingItem[] {
  const groups = Map.groupBy(rows, ({ number, direction }) => `${number} ${direction}`);
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const { number, direction, ref } = first;
    const amountFen = -rest.reduce((sum, one) => sum + one.amountFen, first.amountFen);
    return [{ ...place, channel: 'bank', number, direction, amountFen, ref, lines: [] }];
  });
}

/** What stands on the bank's clearing account stands there under a name; what lay on another one is gone from its number. */
const itemsOf = (expected: readonly Expected[]): ClearingItem[] =>
  expected
    .filter((one) => one.account !== bankClearing(one))
    .flatMap(({ id, item, channel, merchant, day, amountFen }) => {
      const rest = { merchant, day, direction: 'in' as const, ref: '', lines: [] };
      return [
        { ...rest, channel: 'bank', number: id, amountFen },
        ...(item === undefined ? [] : [{ ...rest, channel, number: item, amountFen: -amountFen }]),
      ];
    });

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
