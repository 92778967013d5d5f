import type { Cause } from '#shared/cause';
import type { Write } from '#shared/table';
import type { Batch, BatchRow } from '../../domain/batch/batch.ts';
import { batchLine, type BatchLine } from '../../domain/batch/line.ts';
import { standingOf, tally } from '../../domain/batch/progress.ts';
import { quietUntil, rowTold, type RowTold } from '../../domain/batch/tell-row.ts';
import { createNotice } from '../../domain/notice/create.ts';
import { inboxPartition } from '../../store.ts';
import { countWrites, lineRow } from '../../stores/lines.ts';
import { noticeWrites } from '../../stores/notices.ts';
import { noticeIdOf } from '../notice/notice-id.ts';
import type { RunDeps } from './run-deps.ts';
import { toldOnce } from './told-once.ts';

/**
 * Tells rows from `from` on: a line for each in its inbox and a notice where it goes other ways as well, all in one transaction with how far
 * the batch has come. Gives how many are on their way now, or until when it is quiet for all of them.
 */
export async function tellRows(
  found: Batch,
  { rows, from }: { rows: readonly BatchRow[]; from: number },
  { cause, deps }: { cause: Cause; deps: RunDeps },
): Promise<{ queued: number } | { quiet: Date }> {
  const at = deps.now();
  const { people, again } = await toldOnce(found, rows, deps);
  const told = people.map((one) => rowTold(found, one, at));
  const quiet = quietUntil(told, at);
  if (quiet) return { quiet };
  const made = told.map((one) => writesOf(found, one, { cause: { ...cause, at }, deps }));
  const counted = tally([...made.map(({ standing }) => standing), ...Array<'again'>(again).fill('again')]);
  const [first] = made;
  // All of them count in one shard: a transaction holds a hundred writes.
  const counts = first ? countWrites(made.map(({ line }) => ({ ...line, id: first.line.id }))) : [];
  const also = [...made.flatMap(({ writes }) => writes), ...counts];
  await deps.batches.take({ batch: found, from, rows: rows.length, counted }, also);
  return { queued: counted.queued ?? 0 };
}

function writesOf(found: Batch, { row, telling, without }: RowTold, { cause, deps }: { cause: Cause; deps: RunDeps }) {
  // Of the batch and the party, whom it names once: the same however often it is told.
  const id = noticeIdOf({ id: found.id, partyId: row.partyId });
  const line = batchLine(found, row, { id, at: cause.at });
  const change = telling && createNotice(telling, { id, now: cause.at });
  const inbox = inboxPartition(row.partyId);
  if (!change) return { line, standing: without ?? 'unreachable', writes: [put(inbox, line)] } as const;
  const writes = [put(inbox, { ...line, noticeId: id }), ...noticeWrites(change, cause, deps.publisher)];
  return { line, standing: standingOf(change.notice), writes };
}

const put = (inbox: string, line: BatchLine): Write => ({ put: lineRow(inbox, line) });
