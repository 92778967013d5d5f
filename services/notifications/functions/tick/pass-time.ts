import { retried } from '#shared/conflict';
import { walkDue } from '#shared/due';
import type { NotificationsDeps } from '../../deps.ts';
import { pass as passBatch } from '../../domain/batch/act.ts';
import { pass } from '../../domain/notice/pass.ts';
import { isEarly } from '../../stores/early-receipts.ts';
import { applyEarly } from '../receipt/apply-early.ts';
import { ownCause } from '../own-cause.ts';

type Deps = Pick<
  NotificationsDeps,
  'table' | 'notices' | 'batches' | 'earlyReceipts' | 'calendar' | 'now' | 'pause' | 'newId' | 'set'
>;

/**
 * Tells the sender of what has come due, gives up what had its day, and goes on by the next channel where nobody has read. A receipt
 * whose message has not become known for an hour is nobody's.
 */
export const passTime = (deps: Deps) => async (): Promise<Record<string, number>> => {
  let unknown = 0;
  const passed = await walkDue(deps.table, deps.now(), async ({ pk }) => {
    if (!isEarly(pk)) return retried(() => passOne(pk, deps), deps.pause);
    const early = await deps.earlyReceipts.due(pk);
    const isKnown = early && (await applyEarly(early, ownCause(deps), deps));
    unknown += isKnown === false ? 1 : 0;
    return early !== undefined;
  });
  return { PassedByTime: passed, ReceiptsUnknown: unknown };
};

async function passOne(pk: string, deps: Deps): Promise<boolean> {
  if (pk.startsWith('BATCH#')) return passBatchOnce(pk.replace('BATCH#', ''), deps);
  const found = await deps.notices.load(pk.replace('NOTICE#', ''));
  const change = found && pass(found, { now: deps.now(), calendar: await deps.calendar() });
  if (change) await deps.notices.save(change, ownCause(deps));
  return change !== undefined;
}

/** A batch whose time has come begins, one whose reader or sender was killed goes on, and one that nobody cares for lapses. */
async function passBatchOnce(id: string, deps: Deps): Promise<boolean> {
  const found = await deps.batches.load(id);
  const change = found && passBatch(found, deps.now());
  if (change) await deps.batches.save(change, ownCause(deps));
  return change !== undefined;
}
