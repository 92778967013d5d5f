import { retried } from '#shared/conflict';
import { walkDue } from '#shared/due';
import type { NotificationsDeps } from '../../deps.ts';
import { pass as passBatch } from '../../domain/batch/act.ts';
import { pass } from '../../domain/notice/pass.ts';
import { ownCause } from '../own-cause.ts';

type Deps = Pick<NotificationsDeps, 'table' | 'notices' | 'batches' | 'calendar' | 'now' | 'pause' | 'newId' | 'set'>;

/** Tells the sender of what has come due, gives up what had its day, and goes on by the next channel where nobody has read. */
export const passTime = (deps: Deps) => async (): Promise<Record<string, number>> => ({
  PassedByTime: await walkDue(deps.table, deps.now(), ({ pk }) => retried(() => passOne(pk, deps), deps.pause)),
});

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
