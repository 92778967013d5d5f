import type { Cause } from '#shared/cause';
import { Conflict, retried } from '#shared/conflict';
import { end, goOn, putOff, type BatchChange } from '../../domain/batch/act.ts';
import type { Batch, BatchRow } from '../../domain/batch/batch.ts';
import type { Run } from '../../stores/batches.ts';
import { pieceRows, readPiece } from './pieces.ts';
import type { RunDeps } from './run-deps.ts';
import { tellRows } from './tell-rows.ts';

/** So many rows are told in one transaction: each takes five writes of the hundred that one may have. */
const stepRows = 16;
/**
 * So many notices of a batch are on their way to a provider at most. Their facts share the stream of the table with those of urgent ones,
 * which wait for no more than these; and a pause leaves no more of them to go out.
 */
const mostQueued = 200;
/** After this time others have their turn. */
const turnMs = 60_000;

/** Tells rows of a batch until they are all told, it is quiet, somebody stops it, or its turn is over. Killed anywhere, it goes on from there. */
export async function sendTurn(found: Batch, cause: Cause, deps: RunDeps): Promise<void> {
  const until = deps.now().getTime() + turnMs;
  const pieceOf = pieceReader(found, deps);
  let { next, pieces } = await deps.batches.run(found.id);
  let room = 0;
  while (next < found.rows) {
    if (deps.now().getTime() >= until) return save(goOn(found, deps.now()), cause, deps);
    if (room < stepRows) room = mostQueued - (await deps.batches.counts(found.id)).queued;
    if (room < stepRows) {
      await deps.wait();
      continue;
    }
    const rows = await pieceOf({ next, pieces });
    if (!rows) return save(end(found, 'stop'), cause, deps);
    const told = await tellUnlessOver(found, { rows, from: next }, { cause, deps });
    if (told === 'over') return undefined;
    if ('quiet' in told) return save(putOff(found, told.quiet), cause, deps);
    next += rows.length;
    room -= told.queued;
  }
  return save(end(found, 'finish'), cause, deps);
}

/** Tells rows, unless somebody has paused or ended the batch, or another has told them: then this turn is over. */
function tellUnlessOver(
  found: Batch,
  step: { rows: readonly BatchRow[]; from: number },
  { cause, deps }: { cause: Cause; deps: RunDeps },
) {
  return retried(() => tellRows(found, step, { cause, deps }), deps.pause).catch(async (error: unknown) => {
    if (!(error instanceof Conflict) || (await isAt(found, step.from, deps))) throw error;
    return 'over' as const;
  });
}

async function isAt({ id, turn }: Batch, from: number, { batches }: RunDeps): Promise<boolean> {
  const [found, { next }] = await Promise.all([batches.load(id), batches.run(id)]);
  return found?.state === 'sending' && found.turn === turn && next === from;
}

/** The next rows that are told together, from one piece; undefined where it is not the one that was checked. */
function pieceReader({ id }: Batch, { batchFiles }: RunDeps) {
  let held: { n: number; rows: BatchRow[] } | undefined;
  return async ({ next, pieces }: Run): Promise<BatchRow[] | undefined> => {
    const n = Math.floor(next / pieceRows);
    if (held?.n !== n) {
      const rows = await readPiece({ id, n, sha256: pieces[n] }, await batchFiles());
      held = rows && { n, rows };
    }
    const from = next % pieceRows;
    return held?.rows.slice(from, from + stepRows);
  };
}

async function save(change: BatchChange | undefined, cause: Cause, { batches, now }: RunDeps): Promise<void> {
  if (change) await batches.save(change, { ...cause, at: now() });
}
