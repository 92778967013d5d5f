import type { ExceptionClass, RowClass } from '../reconciliation/class.ts';
import type { StatementRow } from '../reconciliation/row.ts';
import { signedFen } from './entries.ts';
import type { Expected } from './expected.ts';
import { rules, type Group, type Left } from './rules.ts';

/** What came of rows of a bank, of what was expected of it, or of both: each is in exactly one (I9). */
export interface BankOutcome extends Group {
  class: RowClass;
  /** Statement less ledger, in fen, signed. */
  differenceFen: number;
}

/**
 * Holds a day of a merchant's account against what is expected: by slip or number, by channel and day (one to one, one to several),
 * by a run of days that one credit pays together (weekends, holidays). What no rule finds is nobody's, or not there yet.
 */
export function matchBank(all: readonly StatementRow[], open: readonly Expected[], day: string): BankOutcome[] {
  const { apart, rows } = setApart(all);
  let left: Left = { rows, open: open.filter((one) => one.day <= day), day };
  const met: BankOutcome[] = [];
  for (const rule of rules) {
    for (const group of rule(left)) {
      if (!isFree(group, left)) continue;
      met.push(judged(group));
      left = without(group, left);
    }
  }
  const strange = left.rows.map((row) => outcome('MISSING_IN_LEDGER', { rows: [row], expected: [] }));
  const unseen = left.open.map((one) =>
    outcome(one.state === 'overdue' ? 'MISSING_IN_STATEMENT' : 'TIMING_CARRY_OVER', { rows: [], expected: [one] }),
  );
  return [...apart, ...met, ...strange, ...unseen];
}

/** Rows that are held against nothing: not of our currency, not ended, or said twice. */
function setApart(all: readonly StatementRow[]): { apart: BankOutcome[]; rows: StatementRow[] } {
  const apart: BankOutcome[] = [];
  const rows: StatementRow[] = [];
  const seen = new Set<string>();
  for (const row of all) {
    const name = `${row.number} ${row.direction} ${row.amountFen}`;
    const fault = faultOf(row, seen.has(name));
    seen.add(name);
    if (fault) apart.push(outcome(fault, { rows: [row], expected: [] }));
    else rows.push(row);
  }
  return { apart, rows };
}

function faultOf({ currency, status }: StatementRow, isTwin: boolean): RowClass | undefined {
  if (currency !== 'CNY') return 'CURRENCY_MISMATCH';
  if (status !== 'done') return 'STATUS_MISMATCH';
  return isTwin ? 'DUPLICATE_IN_STATEMENT' : undefined;
}

/** Whether a class is of rows that say of themselves that they moved nothing that we keep. */
export const movesNothing = (found: RowClass | ExceptionClass): boolean =>
  found === 'CURRENCY_MISMATCH' || found === 'STATUS_MISMATCH' || found === 'DUPLICATE_IN_STATEMENT';

function judged(group: Group): BankOutcome {
  const found = outcome('MATCHED', group);
  if (found.differenceFen === 0) return found;
  return { ...found, class: found.differenceFen > 0 ? 'AMOUNT_OVER' : 'AMOUNT_UNDER' };
}

function outcome(found: RowClass, group: Group): BankOutcome {
  const shown = group.rows.reduce((sum, row) => sum + signedFen(row), 0);
  const awaited = group.expected.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return { class: found, ...group, differenceFen: shown - awaited };
}

/** A rule looks at what is left when it begins: what one of its groups has taken is not taken by another. */
const isFree = (group: Group, { rows, open }: Left): boolean =>
  group.rows.every((row) => rows.includes(row)) && group.expected.every((one) => open.includes(one));

const without = (group: Group, left: Left): Left => ({
  ...left,
  rows: left.rows.filter((row) => !group.rows.includes(row)),
  open: left.open.filter((one) => !group.expected.includes(one)),
});
