import { createHash } from 'node:crypto';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import type { Difference } from '../../domain/bank/difference.ts';
import type { Exception, Subject } from '../../domain/exception/exception.ts';
import { exceptionStep } from '../../domain/exception/graph.ts';
import type { ExceptionChange } from '../../stores/exceptions.ts';

/** The same difference is the same exception, however often a run finds it. */
export function bankExceptionId(merchant: string, day: string, subject: Subject): string {
  const named = ['bank', merchant, day, ...Object.values(subject)].join(' ');
  const hash = createHash('sha256').update(named).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** Raises it, or changes what was raised of it; undefined where that says the same, or was decided of the same difference. */
export async function raised(
  said: Difference,
  { at }: Cause,
  { exceptions }: Pick<PaymentsDeps, 'exceptions'>,
): Promise<ExceptionChange | undefined> {
  const { merchant, day } = said;
  const id = bankExceptionId(merchant, day, said.subject);
  const before = await exceptions.load(id);
  const of = { channel: 'bank', reconciliationId: `bank.${merchant}.${day}` };
  if (!before) {
    // What the bank shows releases nothing: a channel's statement has.
    const first = { id, version: 1, state: 'open' as const, money: 'run' as const, raisedAt: at, timelineHash: '' };
    return { before, after: { ...first, ...said, ...of }, act: 'raise' };
  }
  if (before.class === said.class && before.differenceFen === said.differenceFen) return undefined;
  const reopened = exceptionStep(before.state, 'reopen');
  const is = { ...said, version: before.version + 1, state: reopened ?? before.state };
  return { before, after: { ...before, ...is }, act: reopened ? 'reopen' : 'change' };
}

/** It has come right by itself; undefined where it is decided, or is none. */
export function fallenAway(before: Exception | undefined, { at }: Cause): ExceptionChange | undefined {
  const state = before && exceptionStep(before.state, 'fall-away');
  const outcome = { by: 'run', at, action: 'fall-away' };
  return state && { before, after: { ...before, state, outcome, version: before.version + 1 }, act: 'fall-away' };
}
