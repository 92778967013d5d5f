import type { Balances } from './balance.ts';
import type { Entry } from './entry.ts';

/** A day that is closed: nothing is written on it any more, and what it held can be proved by its hash (I15). */
export interface Seal {
  day: string;
  entries: number;
  /** Of `sealedText`. */
  hash: string;
}

interface Held {
  entries: readonly Entry[];
  after: Balances;
}

/**
 * What the hash of a day is over: the hash of the day before, each entry in the order of their ids, and what every account
 * held at the end. The same entries in any order give the same text.
 */
export function sealedText(day: string, previous: string, { entries, after }: Held): string {
  const ordered = entries
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((one) => [
      one.id,
      one.at.toISOString(),
      one.kind,
      one.of,
      one.legs.map(({ account, side, amountFen }) => [account, side, amountFen]),
    ]);
  const balances = [...after]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([account, { debitFen, creditFen }]) => [account, debitFen, creditFen]);
  return [previous, day, ...[...ordered, ...balances].map((one) => JSON.stringify(one))].join('\n');
}
