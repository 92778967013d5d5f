import type { PaidShare } from '../../domain/bill/stage.ts';
import { reconciliationId } from '../../domain/reconciliation/reconciliation.ts';
import { exceptionIdOf } from './exception-id.ts';

/** The exception that there would be of a share. */
export function exceptionOf({ channel, merchant, day, number }: PaidShare): string {
  const place = { channel, merchant, reconciliationId: reconciliationId({ channel, merchant, day }) };
  return exceptionIdOf({ ...place, subject: { kind: 'number', number, direction: 'in', nth: 1 } });
}
