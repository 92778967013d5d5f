import { dayOf } from '#shared/calendar';
import type { Application } from '../case/application.ts';
import { lastOf, openIn } from './open.ts';
import type { Fees, Gate } from './fees.ts';

/** Whether a gate of this case can ever be shut: where not, nobody need read its fees. */
export const hasGate = ({ charges }: Pick<Application, 'charges'>, gate: Gate): boolean =>
  charges.some((one) => one.gate === gate);

export type FeeBar = 'fee-due' | 'fee-not-assessed';

/**
 * Why a gate is shut: a fee that waits there is due, or nobody has said yet what it comes to. `decision` shuts out a grant, `result`
 * its delivery. What was deferred (缓缴) shuts no gate until its day is over; what the list fixes shuts its gate from the acceptance on.
 */
export function barOf(
  { charges }: Pick<Application, 'charges'>,
  fees: Fees | undefined,
  { gate, now }: { gate: Gate; now: Date },
): FeeBar | undefined {
  const here = charges.filter((one) => one.gate === gate);
  if (!fees && here.some(({ fixed }) => fixed)) return 'fee-due';
  const today = dayOf(now);
  const due = fees
    ? openIn(fees).filter(({ deferredUntil }) => deferredUntil === undefined || deferredUntil < today)
    : [];
  if (due.some((open) => lastOf(open).lines.some((line) => line.gate === gate))) return 'fee-due';
  return here.some((one) => isUnknown(one, fees)) ? 'fee-not-assessed' : undefined;
}

/** Not assessed is unknown, not free: the department says the quantity, or that it is none. */
function isUnknown({ code, fixed }: Application['charges'][number], fees: Fees | undefined): boolean {
  if (fixed || code === undefined || fees?.ended) return false;
  return !fees?.owed.some((line) => line.code === code);
}
