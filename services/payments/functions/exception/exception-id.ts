import type { Exception } from '../../domain/exception/exception.ts';
import { idOf } from '../receipt/receipt-id.ts';

/**
 * The id of the exception of a subject. What is said of a number is one exception, whichever day's statement says it; of a line it is that
 * revision's, of a file that reconciliation's.
 */
export function exceptionIdOf({
  channel,
  merchant,
  reconciliationId,
  subject,
}: Pick<Exception, 'channel' | 'merchant' | 'reconciliationId' | 'subject'>): string {
  if (subject.kind === 'file') return idOf(`exception ${reconciliationId} file`);
  if (subject.kind === 'line') return idOf(`exception ${reconciliationId} line ${subject.revision} ${subject.line}`);
  return idOf(`exception ${channel} ${merchant} number ${subject.number} ${subject.direction} ${subject.nth}`);
}
