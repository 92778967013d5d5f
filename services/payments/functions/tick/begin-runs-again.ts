import { retried } from '#shared/conflict';
import type { PaymentsDeps } from '../../deps.ts';
import { beginAgain, stoppedSince } from '../../domain/reconciliation/stuck.ts';
import { ownCause } from '../own-cause.ts';

/** So many in a turn: what has stopped them all may still be there, and others wait for the same function. */
const mostInTurn = 5;

/** Runs that have used up their tries are begun again, those first that have stood the longest; how many stand still is told. */
export async function beginRunsAgain(deps: PaymentsDeps): Promise<Record<string, number>> {
  const now = deps.now();
  const all = await deps.reconciliations.underWay();
  const stopped = all.flatMap((found) => {
    const since = stoppedSince(found, now);
    return since ? [{ id: found.id, since: since.getTime(), isDue: beginAgain(found, now) !== undefined }] : [];
  });
  const due = stopped.filter(({ isDue }) => isDue).toSorted((one, other) => one.since - other.since);
  for (const { id } of due.slice(0, mostInTurn)) await retried(() => beginOne(id, deps), deps.pause);
  return { StatementsStopped: stopped.length };
}

async function beginOne(id: string, deps: PaymentsDeps): Promise<void> {
  const found = await deps.reconciliations.load(id);
  const change = found && beginAgain(found, deps.now());
  if (change) await deps.reconciliations.save(change, ownCause(deps));
}
