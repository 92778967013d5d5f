import type { RowClass } from '../reconciliation/class.ts';
import type { Tally } from '../reconciliation/reconciliation.ts';
import { signedFen } from './entries.ts';
import type { BankOutcome } from './match.ts';

const none: Tally = { rows: 0, inFen: 0, outFen: 0, feeFen: 0 };

function counted(tally: Tally, signed: number): Tally {
  const side = signed < 0 ? { outFen: tally.outFen - signed } : { inFen: tally.inFen + signed };
  return { ...tally, rows: tally.rows + 1, ...side };
}

type ByClass = Partial<Record<RowClass, Tally>>;
const add = (sums: ByClass, found: RowClass, signed: number): ByClass => ({
  ...sums,
  [found]: counted(sums[found] ?? none, signed),
});

/** Control totals: all rows, the rows by class and what was expected by class. Each sums to its whole (I9). */
export function talliesOf(outcomes: readonly BankOutcome[]) {
  let [rows, classes, items]: [Tally, ByClass, ByClass] = [none, {}, {}];
  for (const { class: found, rows: own, expected } of outcomes) {
    for (const fen of own.map(signedFen)) [rows, classes] = [counted(rows, fen), add(classes, found, fen)];
    for (const { amountFen } of expected) items = add(items, found, amountFen);
  }
  return { rows, classes, items };
}
