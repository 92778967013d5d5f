import { shardDone } from '../../domain/reconciliation/act.ts';
import type { Exception } from '../../domain/exception/exception.ts';
import { matchShard, saysTheSame } from '../../domain/reconciliation/match.ts';
import type { Outcome } from '../../domain/reconciliation/outcome.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import type { StatementRow } from '../../domain/reconciliation/row.ts';
import { keyOf, sidesOf, type Side } from '../../domain/reconciliation/side.ts';
import { checkTotals, count, nothing, talliesOf, totalOf } from '../../domain/reconciliation/tally.ts';
import { gather } from '../../domain/remittance/gathered.ts';
import { lookAgain } from './look-again.ts';
import { readPieces } from './pieces.ts';
import { resultFile } from './result-file.ts';
import type { Run, RunDeps } from './run-deps.ts';
import { saveRaised } from './save-raised.ts';
import { isReconciled } from './take-outcomes.ts';

/**
 * The next partition of a statement: its rows against its items, what differs into exceptions, what was found of each row into a file.
 * Each step may be done again: only the last, which counts it as done, is not.
 */
export async function matchPartition(before: Reconciliation, run: Run, deps: RunDeps): Promise<void> {
  const shard = before.shardsDone;
  const { rows, sides } = await readShard(before, run, deps);
  const claimed = await deps.claims.claimed(run.place, shard);
  const found = matchShard({ rows, sides, claimed }, run.rules);
  const { outcomes, told, apart } = await lookAgain(found, { shard, run }, deps);
  const tallies = talliesOf(outcomes, run.place.day);
  checkShard(tallies, { rows, sides });
  await saveRaised(told, run.cause, deps);
  await deps.bucket.put(`results/${run.id}/${run.revision}/${shard}.csv.gz`, await resultFile(run, shard, outcomes));
  const { mark, ...unmarked } = run.cause;
  const gathered = gather(released(outcomes, { apart, run }));
  await deps.reconciliations.save(shardDone(before, { ...tallies, gathered }), unmarked);
}

async function readShard({ chunks = [], shardsDone: shard }: Reconciliation, run: Run, deps: RunDeps) {
  const rows: StatementRow[] = [];
  for await (const piece of readPieces(run, { shard, chunks: chunks[shard] ?? 0 }, deps.bucket)) {
    for (const row of piece) rows.push(row);
  }
  const sides = new Map<string, Side>();
  for await (const items of deps.ledger.clearing(run.place, shard)) sidesOf(items, sides);
  return { rows, sides };
}

/** What the run itself releases: not what waits for the end of an exception, nor what such an end has released. */
function* released(
  outcomes: readonly Outcome[],
  { apart, run }: { apart: ReadonlySet<string>; run: Run },
): Generator<Outcome> {
  const ended = new Set(run.known.flatMap(secondRowOf));
  for (const one of outcomes) {
    if (isReconciled(one) && !apart.has(keyOf(one))) yield { ...one, rows: withoutEnded(one, ended) };
  }
}

/** The end of a row that stands again has said who bears its fee. */
const secondRowOf = ({ subject, outcome }: Exception): string[] =>
  subject.kind === 'number' && subject.nth > 1 && outcome && outcome.by !== 'run'
    ? [`${keyOf(subject)} ${subject.nth}`]
    : [];

const withoutEnded = (of: Outcome, ended: ReadonlySet<string>): readonly StatementRow[] =>
  of.rows.filter((row, n) => {
    const isAgain = of.rows.slice(0, n).some((before) => saysTheSame(before, row));
    return !isAgain || !ended.has(`${keyOf(of)} ${n + 1}`);
  });

/** Both sides, summed apart from the classes: none may have lost a row or an item (I9). */
function checkShard(
  { classes, items }: ReturnType<typeof talliesOf>,
  { rows, sides }: { rows: readonly StatementRow[]; sides: ReadonlyMap<string, Side> },
): void {
  const read = { ...nothing };
  count(read, rows);
  checkTotals('rows', totalOf(classes), read);
  if (totalOf(items).rows < sides.size) throw new Error(`${sides.size} numbers of the ledger, fewer are in a class`);
}
