import type { Reconciliation } from '../reconciliation/reconciliation.ts';
import type { Exception } from './exception.ts';
import { fallAway, raise, type Raised } from './raise.ts';

/** The ledger has nothing of that day: there may have been no business. */
export const nothingBooked = 'nothing-booked';

/** There is no statement where there should be one: finance sees to it. It is never taken for a day on which nothing was paid. */
export function missingStatement(
  { id: reconciliationId, channel, merchant, day }: Reconciliation,
  { id, at, isBooked }: { id: string; at: Date; isBooked: boolean },
): Raised | undefined {
  const place = { id, channel, merchant, day, reconciliationId, at, carriedUntil: day };
  const subject = { kind: 'file' as const };
  const detail = isBooked ? 'not-received' : nothingBooked;
  return raise(undefined, { class: 'STATEMENT_MISSING', subject, differenceFen: 0, detail }, place);
}

/** It has come after all. Undefined where people have already decided, or it is about something else. */
export function cameAfterAll(before: Exception, at: Date): Raised | undefined {
  return before.class === 'STATEMENT_MISSING' ? fallAway(before, { at, why: 'statement-received' }) : undefined;
}
