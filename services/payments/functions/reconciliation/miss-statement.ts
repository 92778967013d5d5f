import { missingStatement } from '../../domain/exception/missing.ts';
import { miss } from '../../domain/reconciliation/receive.ts';
import type { PaymentsDeps } from '../../deps.ts';
import { exceptionWrites } from '../../stores/exceptions.ts';
import { exceptionIdOf } from '../exception/exception-id.ts';
import { ownCause } from '../own-cause.ts';

/** A statement that is not there when it should be is finance's to see to. */
export async function missStatement(reconciliationId: string, deps: PaymentsDeps): Promise<void> {
  const found = await deps.reconciliations.load(reconciliationId);
  const change = found && miss(found, deps.now());
  if (!change) return;
  const cause = ownCause(deps);
  const { channel, merchant } = found;
  const id = exceptionIdOf({ reconciliationId, channel, merchant, subject: { kind: 'file' } });
  // Of a bank the ledger cannot say it.
  const isBooked = channel === 'bank' || !(await deps.ledger.hasNone(found));
  const raised = missingStatement(found, { id, at: cause.at, isBooked });
  await deps.reconciliations.save(change, cause, raised ? exceptionWrites(raised, cause).writes : []);
}
