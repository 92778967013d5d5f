import type { RowClass } from './class.ts';
import type { Outcome } from './outcome.ts';
import type { Tally } from './reconciliation.ts';
import type { StatementRow } from './row.ts';
import type { Side } from './side.ts';

export type ByClass = Partial<Record<RowClass, Tally>>;
export const nothing: Tally = { rows: 0, inFen: 0, outFen: 0, feeFen: 0 };

export const added = (one: Tally, other: Tally): Tally => ({
  rows: one.rows + other.rows,
  inFen: one.inFen + other.inFen,
  outFen: one.outFen + other.outFen,
  feeFen: one.feeFen + other.feeFen,
});

/** What tallies by class come to. */
export const totalOf = (by: ByClass): Tally => Object.values(by).reduce(added, nothing);

export function addedByClass(one: ByClass, other: ByClass): ByClass {
  const sum: ByClass = { ...one };
  for (const [name, tally] of Object.entries(other)) Object.assign(sum, { [name]: added(valueOf(sum, name), tally) });
  return sum;
}

const valueOf = (by: Record<string, Tally>, name: string): Tally => by[name] ?? nothing;

/** The rows of outcomes, and the items of their own day, each by class. */
export function talliesOf(outcomes: readonly Outcome[], day: string): { classes: ByClass; items: ByClass } {
  const classes: ByClass = {};
  const items: ByClass = {};
  for (const { class: found, rows, side } of outcomes) {
    if (rows.length > 0) count((classes[found] ??= { ...nothing }), rows);
    // An item of another day is that day's to count.
    if (side?.day === day) countItem((items[found] ??= { ...nothing }), side);
  }
  return { classes, items };
}

/** Adds rows to a tally, in place: there may be a million. */
export function count(tally: Tally, rows: readonly StatementRow[]): void {
  for (const { direction, amountFen, feeFen } of rows) {
    tally.rows += 1;
    if (direction === 'in') tally.inFen += amountFen;
    else tally.outFen += amountFen;
    tally.feeFen += feeFen;
  }
}

function countItem(tally: Tally, { numbers, direction, amountFen }: Side): void {
  tally.rows += numbers;
  if (direction === 'in') tally.inFen += amountFen;
  else tally.outFen += amountFen;
}

/** Throws where rows or items have gone astray: a run that cannot account for each never ends (I9). */
export function checkTotals(what: string, found: Tally, total: Tally): void {
  for (const name of ['rows', 'inFen', 'outFen', 'feeFen'] as const)
    if (found[name] !== total[name])
      throw new Error(`${what}: ${name} comes to ${found[name]} by class, and is ${total[name]}`);
}
