import type { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import type { Received } from '#events/event';
import { arePublished, daysAfter, isWorkingDay } from '#shared/calendar';
import type { Bucket } from '#shared/bucket';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import type { Expected } from '../../domain/bank/expected.ts';
import { matchBank as outcomesOf, type BankOutcome } from '../../domain/bank/match.ts';
import { talliesOf } from '../../domain/bank/tally.ts';
import { dayWatcher } from '../../domain/reconciliation/other-day.ts';
import { reconciliationStep } from '../../domain/reconciliation/graph.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import type { BadLine, StatementRow } from '../../domain/reconciliation/row.ts';
import type { Reader } from '../../statements/readers.ts';
import { refuseOther, UnreadableFile } from '../../statements/unreadable-file.ts';
import { bookOutcome, takeBack, type BankRun, type BookDeps } from '../bank/book-outcome.ts';
import { clearDifferences } from '../bank/clear-differences.ts';
import { raised } from '../bank/raise.ts';

type Fact = Received<typeof ReconciliationChangedV1.type, typeof ReconciliationChangedV1.data>;

export interface BankDeps extends BookDeps, Pick<PaymentsDeps, 'calendars'> {
  bucket: Pick<Bucket, 'read'>;
  readerOf: (channel: string) => Reader | undefined;
}

/** How long the bank may be late and is still believed to pay what was expected, in days. What is older is linked by hand. */
const lookBackDays = 60;

/** 第三方对账: a statement of a merchant's bank is held against what is expected there. */
export const matchBank =
  (deps: BankDeps) =>
  async ({ data }: Fact, cause: Cause): Promise<void> => {
    if (data.channel !== 'bank' || data.state !== 'received') return;
    const found = await deps.reconciliations.load(data.reconciliationId);
    if (!found?.file || found.file.revision !== data.revision) return;
    if (found.state !== 'received' && found.state !== 'split') return;
    const { mark, ...unmarked } = cause;
    const run = { statement: found, revision: data.revision, cause: unmarked };
    const read = await readAll(found.file.key, found.day, deps);
    if ('unreadable' in read) return giveUp(read.unreadable, { ...run, done: new Set() }, { deps, cause });
    const split = await begin(found, read, { deps, cause: unmarked });
    const outcomes = await matchRows(read.rows, { ...run, statement: split }, deps);
    await clearDifferences({ outcomes, bad: read.bad }, run, deps);
    await deps.reconciliations.save(matched(split, outcomes, cause), cause);
  };

interface FileRead {
  rows: StatementRow[];
  bad: BadLine[];
}

/** A merchant's account has some hundreds of rows a day: they fit in memory. */
async function readAll(key: string, day: string, deps: BankDeps): Promise<FileRead | { unreadable: string }> {
  const read: FileRead = { rows: [], bad: [] };
  const { bucket, readerOf } = deps;
  const reader = readerOf('bank');
  if (!reader) throw new Error('statements of banks have no reader');
  const watcher = dayWatcher({ from: await afterLastWorked(day, deps), day });
  try {
    for await (const one of reader(bucket.read(key))) {
      watcher.see(one);
      if ('row' in one) read.rows.push(one.row);
      if ('bad' in one) read.bad.push(one.bad);
    }
    refuseOther(watcher.otherDay(), day);
    return read;
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.why };
    throw error;
  }
}

/** No holiday is longer. */
const mostDaysOff = 10;

/**
 * A bank that did not work puts the rows of those days into the statement of the next day that it does; while the calendar is not
 * published nobody knows which those are.
 */
async function afterLastWorked(day: string, { calendars }: BankDeps): Promise<string> {
  const calendar = await (await calendars()).current();
  const first = daysAfter(day, -mostDaysOff);
  if (!arePublished(first, day, calendar)) return first;
  let before = daysAfter(day, -1);
  while (before > first && !isWorkingDay(before, calendar)) before = daysAfter(before, -1);
  return daysAfter(before, 1);
}

interface With {
  deps: BankDeps;
  cause: Cause;
}

async function begin(before: Reconciliation, { bad }: FileRead, { deps, cause }: With): Promise<Reconciliation> {
  const state = reconciliationStep(before.state, 'split');
  if (!state) return before;
  const after = { ...before, state, badLines: bad.length, version: before.version + 1 };
  return deps.reconciliations.save({ before, after, act: 'split' }, cause);
}

/** First what an earlier file has moved is taken back; then each outcome is booked, in its own transaction. */
async function matchRows(
  rows: readonly StatementRow[],
  run: Omit<BankRun, 'done'>,
  deps: BankDeps,
): Promise<BankOutcome[]> {
  const { statement, revision } = run;
  const banked = await deps.expected.banked(statement.id);
  const done = new Set(banked.filter((one) => one.revision === revision).map(({ key }) => key));
  for (const one of banked) if (one.revision !== revision) await takeBack(one, { ...run, done }, deps);
  const since = await deps.expected.since(statement.merchant, daysAfter(statement.day, -lookBackDays));
  const outcomes = outcomesOf(
    rows,
    since.filter((one) => isOpen(one, run)),
    statement.day,
  );
  for (const one of outcomes) await bookOutcome(one, { ...run, done }, deps);
  return outcomes;
}

/** What this very run has confirmed counts as open, so that one that was killed comes to the same groups. */
const isOpen = ({ state, confirmed }: Expected, { statement, revision }: Omit<BankRun, 'done'>): boolean =>
  state !== 'confirmed' || (confirmed?.by === statement.id && confirmed.revision === revision);

function matched(before: Reconciliation, outcomes: readonly BankOutcome[], { at }: Cause) {
  const state = reconciliationStep(before.state, 'match') ?? before.state;
  const after = { ...before, ...talliesOf(outcomes), state, matchedAt: at, version: before.version + 1 };
  return { before, after, act: 'match' as const };
}

async function giveUp(why: string, { statement, cause: unmarked }: BankRun, { deps, cause }: With): Promise<void> {
  const state = reconciliationStep(statement.state, 'give-up');
  if (!state) return;
  const { merchant, day } = statement;
  const said = { merchant, day, subject: { kind: 'file' as const }, differenceFen: 0, detail: why };
  const change = await raised({ class: 'UNREADABLE_FILE', ...said }, unmarked, deps);
  if (change) await deps.exceptions.save(change, unmarked);
  const after = { ...statement, state, version: statement.version + 1 };
  await deps.reconciliations.save({ before: statement, after, act: 'give-up' }, cause);
}
