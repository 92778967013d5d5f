import type { CloseDeps } from '../../deps.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import { exceptionIdOf } from '../exception/exception-id.ts';

/**
 * 当日无业务: statements that never came, of which two people have said why that is right, where the ledger has nothing of that day either.
 * Where it has something they keep the day open: nobody can say of it that it was not.
 */
export async function idleStatements(
  found: readonly Reconciliation[],
  deps: Pick<CloseDeps, 'exceptions' | 'ledger'>,
): Promise<ReadonlySet<string>> {
  const missing = found.filter(({ state }) => state === 'missing');
  const idle = await Promise.all(missing.map(async (one) => ((await isIdle(one, deps)) ? [one.id] : [])));
  return new Set(idle.flat());
}

async function isIdle(found: Reconciliation, { exceptions, ledger }: Pick<CloseDeps, 'exceptions' | 'ledger'>) {
  const known = await exceptions.load(
    exceptionIdOf({ ...found, reconciliationId: found.id, subject: { kind: 'file' } }),
  );
  const isSaid = known?.class === 'STATEMENT_MISSING' && known.state === 'resolved' && known.outcome?.by !== 'run';
  return isSaid && (await ledger.hasNone(found));
}
