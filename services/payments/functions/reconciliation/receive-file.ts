import type { Cause } from '#shared/cause';
import { cameAfterAll } from '../../domain/exception/missing.ts';
import { receive, type Received } from '../../domain/reconciliation/receive.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import type { PaymentsDeps } from '../../deps.ts';
import { exceptionWrites } from '../../stores/exceptions.ts';
import { exceptionIdOf } from '../exception/exception-id.ts';

type Deps = Pick<PaymentsDeps, 'reconciliations' | 'exceptions' | 'statementFiles'>;

/** Takes in the file that lies at `from`: kept for good, then noted, with what that ends. */
export async function receiveFile(
  found: Reconciliation,
  { from, causeOf, ...file }: Received & { from: string; causeOf: (after: Reconciliation) => Cause },
  deps: Deps,
): Promise<Reconciliation> {
  const change = receive(found, file);
  if (!change?.after.file) return found;
  await (await deps.statementFiles()).keep(from, change.after.file.key);
  const cause = causeOf(change.after);
  return deps.reconciliations.save(change, cause, await missingOver(found, cause, deps));
}

async function missingOver(found: Reconciliation, cause: Cause, { exceptions }: Pick<Deps, 'exceptions'>) {
  const { id: reconciliationId, channel, merchant } = found;
  const missing = await exceptions.load(
    exceptionIdOf({ reconciliationId, channel, merchant, subject: { kind: 'file' } }),
  );
  const change = missing && cameAfterAll(missing, cause.at);
  return change ? exceptionWrites(change, cause).writes : [];
}
