import * as z from 'zod';
import { once } from '#shared/once';
import { kindOf } from '../ledger/accounts.ts';
import { heldBy, type Balance, type Balances } from '../ledger/balance.ts';
import type { Entry } from '../ledger/entry.ts';
import { rowClass } from '../reconciliation/class.ts';
import { tally, type Reconciliation } from '../reconciliation/reconciliation.ts';
import { tallyKey, turnoverKey, type PeriodSum } from './sum.ts';

/** 控制总数: what a reconciliation had come to when its day was sealed, and of which file. */
export const control = once(() =>
  z.object({
    id: z.string(),
    state: z.string(),
    revision: z.int(),
    sha256: z.string(),
    rows: tally().optional(),
    classes: z.partialRecord(rowClass, tally()).optional(),
    items: z.partialRecord(rowClass, tally()).optional(),
    badLines: z.int(),
  }),
);
export type Control = z.infer<ReturnType<typeof control>>;

export const controlOf = ({ id, state, file, rows, classes, items, badLines }: Reconciliation): Control => {
  const of = { id, state, revision: file?.revision ?? 0, sha256: file?.sha256 ?? '', badLines };
  return { ...of, ...(rows && { rows }), ...(classes && { classes }), ...(items && { items }) };
};

/**
 * What accounts hold after a time. Of a cashier's shift whose cash is at the bank, and made good where it was short, nothing is carried
 * on: else each shift that there ever was would stand in every day.
 */
export function carriedOn(before: Balances, moved: ReadonlyMap<string, Balance>): Map<string, Balance> {
  const after = new Map(before);
  for (const [account, { debitFen, creditFen }] of moved) {
    const was = before.get(account) ?? { debitFen: 0, creditFen: 0 };
    const is = { debitFen: was.debitFen + debitFen, creditFen: was.creditFen + creditFen };
    const kind = kindOf(account);
    if ((kind === 'till' || kind === 'shortage') && heldBy(account, is) === 0) after.delete(account);
    else after.set(account, is);
  }
  return after;
}

/** What the hash of a time is over, line by line: that of the time before, then the entries in the order of their ids, then what it came to. */
export const sealHead = (previous: string, id: string): string => `${previous}\n${id}`;

/** The line of an entry, with whatever it says: nothing of it can be changed without another hash. */
export const sealEntry = (entry: Entry): string => JSON.stringify(canonical({ ...entry, at: entry.at.toISOString() }));

/** The lines of what a time came to: its sum, what every account then held, and its control totals. */
export function sealTail(sum: PeriodSum, after: Balances, controls: readonly Control[]): string[] {
  const rows = [
    ['entries', sum.entries],
    ...sorted(sum.moved).map(([account, one]) => ['moved', account, one.debitFen, one.creditFen]),
    ...[...sum.turnover.values()]
      .map((one) => ['turnover', turnoverKey(one), one.takenFen, one.backFen, one.passedOnFen])
      .toSorted(byKey),
    ...[...sum.tallies.values()].map((one) => ['kind', tallyKey(one), one.entries, one.amountFen]).toSorted(byKey),
    ...sorted(after).map(([account, one]) => ['held', account, one.debitFen, one.creditFen]),
    ...controls.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map((one) => ['control', canonical(one)]),
  ];
  return rows.map((row) => JSON.stringify(row));
}

const byKey = (one: readonly unknown[], other: readonly unknown[]): number =>
  String(one[1]) < String(other[1]) ? -1 : 1;

const sorted = <Value>(all: ReadonlyMap<string, Value>): [string, Value][] =>
  [...all].toSorted(([one], [other]) => (one < other ? -1 : 1));

/** A value with its names in one order, whichever way it was stored. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, canonical(inner)]);
}
