import { dayOf } from '#shared/calendar';
import type { Application } from '../case/application.ts';
import { lastOf, openIn } from './open.ts';
import type { Fees, Gate } from './fees.ts';

/** Whether a gate of this case can ever be shut: where not, nobody need read its fees. */
export const hasGate = ({ charges }: Pick<Application, 'charges'>, gate: Gate): boolean =>
  charges.some((one) => one.gate === gate);

/**
 * Why a gate is shut: a fee that waits there is due. `decision` shuts out a grant, `result` its delivery. What was deferred
 * (缓缴) shuts no gate until its day is over; what the list fixes shuts its gate from the acceptance on.
 */
export function barOf(
  { charges }: Pick<Application, 'charges'>,
  fees: Fees | undefined,
  { gate, now }: { gate: Gate; now: Date },
): 'fee-due' | undefined {
  if (!fees) return charges.some((one) => one.gate === gate && one.fixed) ? 'fee-due' : undefined;
  const today = dayOf(now);
  const due = openIn(fees).filter(({ deferredUntil }) => deferredUntil === undefined || deferredUntil < today);
  return due.some((open) => lastOf(open).lines.some((line) => line.gate === gate)) ? 'fee-due' : undefined;
}
