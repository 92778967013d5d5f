import type { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import type { Received } from '#events/event';
import type { Cause } from '#shared/cause';
import { clearingShards } from '../../domain/ledger/clearing-item.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import { finishRun } from './finish-run.ts';
import { matchPartition } from './match-partition.ts';
import { openRun, type RunDeps } from './run-deps.ts';
import { splitFile } from './split-file.ts';

type ReconciliationChanged = Received<
  (typeof ReconciliationChangedV1)['type'],
  (typeof ReconciliationChangedV1)['data']
>;

/**
 * A statement of a channel has come: it is read, matched partition by partition, and booked. Each step is saved, so that a run that was
 * killed goes on where it was, and one that comes again finds nothing left to do.
 */
export const matchStatement =
  (deps: RunDeps) =>
  async ({ data }: ReconciliationChanged, cause: Cause): Promise<void> => {
    const { reconciliationId: id, channel, revision, state } = data;
    // What a bank says is matched otherwise.
    if (state !== 'received' || channel === 'bank') return;
    let found = await deps.reconciliations.load(id);
    if (!found || found.file?.revision !== revision) return;
    const opened = await openRun(found, { revision, cause }, deps);
    const run = { ...opened, known: await deps.exceptions.everyOf(id) };
    // Another revision that comes meanwhile has a fact of its own.
    while (found?.file?.revision === revision && isUnderWay(found)) {
      await nextStep(found)(found, run, deps);
      found = await deps.reconciliations.load(id);
    }
  };

const isUnderWay = ({ state }: Reconciliation): boolean => state === 'received' || state === 'split';

function nextStep({ state, shardsDone }: Reconciliation) {
  if (state === 'received') return splitFile;
  return shardsDone < clearingShards ? matchPartition : finishRun;
}
