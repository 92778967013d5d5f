import type { Cause } from '#shared/cause';
import type { Write } from '#shared/table';
import type { PaymentsDeps } from '../../deps.ts';
import { differenceOf } from '../../domain/bank/difference.ts';
import { arriveEntry, takenBack } from '../../domain/bank/entries.ts';
import { confirmExpected, reopen, type Expected } from '../../domain/bank/expected.ts';
import { movesNothing, type BankOutcome } from '../../domain/bank/match.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import type { StatementRow } from '../../domain/reconciliation/row.ts';
import { exceptionWrites } from '../../stores/exceptions.ts';
import { bankedWrite, expectedWrites, unbankedWrite, type Banked } from '../../stores/expected.ts';
import { entryWrites } from '../../stores/ledger.ts';
import { bankExceptionId, fallenAway, raised } from './raise.ts';
import { missing } from './lapse.ts';

/** What booking needs of payments. */
export type BookDeps = Pick<
  PaymentsDeps,
  'table' | 'publisher' | 'newId' | 'expected' | 'exceptions' | 'reconciliations' | 'ledger'
>;

/** A statement of the bank that is being matched. */
export interface BankRun {
  statement: Reconciliation;
  revision: number;
  cause: Cause;
  /** What is booked of this revision already: a run that was killed goes on from there. */
  done: ReadonlySet<string>;
}

/** So many are confirmed in one transaction of at most a hundred writes. */
const mostAtOnce = 15;

/** Books what an outcome has moved, confirms what it shows, and tells of a difference; a large group in several transactions. */
export async function bookOutcome(outcome: BankOutcome, run: BankRun, deps: BookDeps): Promise<void> {
  const [by] = outcome.rows;
  if (!by) return;
  const keys = Array.from({ length: Math.max(1, Math.ceil(outcome.expected.length / mostAtOnce)) }, (_, n) => n);
  for (const n of keys) {
    const key = `${by.line}.${n}`;
    if (run.done.has(key)) continue;
    const expected = outcome.expected.slice(n * mostAtOnce, (n + 1) * mostAtOnce);
    const rows = n === 0 && !movesNothing(outcome.class) ? outcome.rows : [];
    const booked = bookedWrites({ key, by, rows, expected }, run, deps);
    const told = n === 0 ? await toldWrites(outcome, run, deps) : [];
    const fallen = await Promise.all(expected.map((one) => foundLate(one, run, deps)));
    await deps.table.transact([...booked, ...told, ...fallen.flat()]);
  }
}

type Part = Pick<BankOutcome, 'rows' | 'expected'> & { key: string; by: StatementRow };

function bookedWrites({ key, by, rows, expected }: Part, run: BankRun, deps: BookDeps): Write[] {
  const { statement, revision, cause } = run;
  const confirmed = { by: statement.id, revision, at: cause.at };
  const entry = arriveEntry({ merchant: statement.merchant, day: statement.day, by, rows, expected });
  const places = expected.map(({ merchant, day, id }) => ({ merchant, day, id }));
  const moved = { legs: [...(entry?.legs ?? [])], clears: [...(entry?.clears ?? [])] };
  return [
    bankedWrite(statement.id, { key, revision, ...moved, expected: places }),
    ...entryWrites({ entries: entry ? [entry] : [], of: statement.id }, cause, deps),
    ...expected.flatMap((before) => {
      const after = confirmExpected(before, confirmed);
      return after ? expectedWrites({ before, after }, cause) : [];
    }),
  ];
}

async function toldWrites(outcome: BankOutcome, { statement, cause }: BankRun, deps: BookDeps): Promise<Write[]> {
  const difference = differenceOf(outcome, statement);
  const change = difference && (await raised(difference, cause, deps));
  return change ? exceptionWrites(change, cause).writes : [];
}

/** A late row makes right by itself what was missing. */
async function foundLate(one: Expected, { cause }: BankRun, { exceptions }: BookDeps): Promise<Write[]> {
  if (one.state !== 'overdue') return [];
  const { merchant, day, subject } = missing(one);
  const change = fallenAway(await exceptions.load(bankExceptionId(merchant, day, subject)), cause);
  return change ? exceptionWrites(change, cause).writes : [];
}

/** Another revision has come: what the earlier one has moved is taken back, group by group, and looked for anew. */
export async function takeBack(found: Banked, { statement, cause }: BankRun, deps: BookDeps): Promise<void> {
  const entries = found.legs.length > 0 ? [takenBack(found)] : [];
  const known = await Promise.all(found.expected.map((place) => deps.expected.load(place)));
  await deps.table.transact([
    unbankedWrite(statement.id, found),
    ...entryWrites({ entries, of: statement.id }, cause, deps),
    ...known.flatMap((before) => {
      const after = before && reopen(before);
      return before && after ? expectedWrites({ before, after }, cause) : [];
    }),
  ]);
}
