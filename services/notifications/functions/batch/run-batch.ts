import type { BatchChangedV1 } from '#events/notifications/batch-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { begin } from '../../domain/batch/act.ts';
import type { Batch } from '../../domain/batch/batch.ts';
import type { BatchState } from '../../domain/batch/graph.ts';
import { checkFile } from './check-file.ts';
import { pieceRows } from './pieces.ts';
import { pieceKey, uploadKey } from './file-keys.ts';
import type { RunDeps } from './run-deps.ts';
import { sendTurn } from './send-turn.ts';

type Job = (found: Batch, cause: Cause, deps: RunDeps) => Promise<void>;

/** What there is to do for a batch by its state. */
const jobs: Partial<Record<BatchState, Job>> = {
  checking: checkFile,
  'to-approve': dropUpload,
  scheduled: beginIfDue,
  sending: sendTurn,
  invalid: dropFiles,
  done: dropFiles,
  cancelled: dropFiles,
  lapsed: dropFiles,
  stopped: dropFiles,
};

/**
 * A batch has gone on: it is read, sent, or cleared away, as it stands now. Nothing is marked: a run that was killed goes on where it was,
 * and one that comes again finds nothing left to do.
 */
export const runBatch =
  (deps: RunDeps) =>
  async ({ data }: ReceivedOf<typeof BatchChangedV1>, { mark, ...cause }: Cause): Promise<void> => {
    const found = await deps.batches.load(data.batchId);
    if (!found || found.state !== data.state || found.turn !== data.turn) return;
    await jobs[found.state]?.(found, cause, deps);
  };

async function beginIfDue(found: Batch, cause: Cause, { batches, now }: RunDeps): Promise<void> {
  const change = begin(found, now());
  if (change) await batches.save(change, cause);
}

/** The file as it was sent names people by their documents: it has had its use once it is read. */
async function dropUpload({ id, file }: Batch, _: Cause, { batchFiles }: RunDeps): Promise<void> {
  if (file) await (await batchFiles()).remove(uploadKey(id));
}

/** Nothing of its rows is kept once it is over; what was wrong with them stays for a month. */
async function dropFiles(found: Batch, cause: Cause, deps: RunDeps): Promise<void> {
  await dropUpload(found, cause, deps);
  const files = await deps.batchFiles();
  for (let n = 0; n * pieceRows < found.rows; n++) await files.remove(pieceKey(found.id, n));
}
