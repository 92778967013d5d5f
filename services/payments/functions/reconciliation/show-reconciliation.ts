import { clearingShards } from '../../domain/ledger/clearing-item.ts';
import { stoppedSince } from '../../domain/reconciliation/stuck.ts';
import type { Reconciliation, StatementFile } from '../../domain/reconciliation/reconciliation.ts';

const actions = ['send-statement'] as const;

/** As finance sees it in a list. */
export function showSummary(found: Reconciliation, now: Date) {
  const { id, state, version, channel, merchant, day, dueAt, file, badLines, classes, matchedAt } = found;
  return {
    id,
    status: state,
    version,
    channel,
    merchant,
    day,
    dueAt: dueAt.toISOString(),
    revision: file?.revision ?? 0,
    progress: progressOf(found),
    badLines,
    ...(classes && { classes }),
    ...(matchedAt && { matchedAt: matchedAt.toISOString() }),
    ...showStopped(found, now),
    actions,
  };
}

/** Its run stands still: since when, and how often the clock has begun it again. */
function showStopped(found: Reconciliation, now: Date) {
  const since = stoppedSince(found, now);
  return since && { stopped: { since: since.toISOString(), begunAgain: found.begunAgain?.times ?? 0 } };
}

/** A statement of a bank is matched as a whole. */
const progressOf = ({ channel, state, shardsDone }: Reconciliation) =>
  channel === 'bank' ? { done: state === 'matched' ? 1 : 0, of: 1 } : { done: shardsDone, of: clearingShards };

/** All of it; where its files lie is said to whoever may read one. */
export function showReconciliation(found: Reconciliation, now: Date) {
  const { file, earlier, rows, said, items } = found;
  return {
    ...showSummary(found, now),
    ...(file && { file: showFile(file) }),
    earlier: earlier.map(showFile),
    ...(rows && { rows }),
    ...(said && { said }),
    ...(items && { items }),
  };
}

const showFile = ({ key, receivedAt, ...file }: StatementFile) => ({ ...file, receivedAt: receivedAt.toISOString() });

export function showTaken({ id, state, version, file }: Reconciliation) {
  return { id, status: state, version, revision: file?.revision ?? 0, actions };
}
