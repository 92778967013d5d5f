import { createHash } from 'node:crypto';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import type { Difference } from '../../domain/bank/difference.ts';
import type { Exception, Subject } from '../../domain/exception/exception.ts';
import { exceptionStep } from '../../domain/exception/graph.ts';
import { isOwnAlone, placeOf } from '../../domain/exception/situation.ts';
import { movedBy } from '../../domain/ledger/clearing-item.ts';
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
  const shown = { row: undefined, ledger: undefined, ...said };
  if (isBack(before, said)) return fallenAway({ ...before, ...shown }, { at, why: shownAgain });
  if (before.class === said.class && before.differenceFen === said.differenceFen && !hasFallen(before))
    return undefined;
  const reopened = exceptionStep(before.state, 'reopen');
  const undecided = { proposal: undefined, outcome: undefined };
  const is = { ...shown, ...undecided, version: before.version + 1, state: reopened ?? before.state };
  return { before, after: { ...before, ...is }, act: reopened ? 'reopen' : 'change' };
}

/** What two people have decided of a row stays decided where a later file shows it again. */
const shownAgain = 'shown-again';

/** It had come right by itself. */
const hasFallen = ({ state, outcome }: Exception): boolean =>
  state === 'resolved' && outcome?.by === 'run' && outcome.action !== shownAgain;

/** A row that another file had shown no more is there again, as it was when it was decided. */
const isBack = (before: Exception, { differenceFen }: Difference): boolean =>
  isOwnAlone(before) &&
  -before.differenceFen === differenceFen &&
  exceptionStep(before.state, 'fall-away') !== undefined;

/** What was decided of a row that the file shows no more: so much is on the bank's clearing account by that alone, signed, in fen. */
export function gone(before: Exception, fen: number): ExceptionChange | undefined {
  const state = exceptionStep(before.state, 'reopen');
  const place = placeOf(before);
  if (!state || !place || fen === 0) return undefined;
  const is: Partial<Exception> = {
    class: fen > 0 ? 'MISSING_IN_STATEMENT' : 'MISSING_IN_LEDGER',
    row: undefined,
    ledger: {
      amountFen: movedBy({ direction: place.direction, amountFen: fen }),
      day: place.day,
      ref: before.id,
      lines: [],
    },
    differenceFen: -fen,
    detail: 'shown-no-more',
    proposal: undefined,
    outcome: undefined,
  };
  return { before, after: { ...before, ...is, state, version: before.version + 1 }, act: 'reopen' };
}

/** It has come right by itself; undefined where it is decided, or is none. */
export function fallenAway(
  before: Exception | undefined,
  { at, why = 'fall-away' }: { at: Date; why?: string },
): ExceptionChange | undefined {
  const state = before && exceptionStep(before.state, 'fall-away');
  const outcome = { by: 'run', at, action: why };
  return state && { before, after: { ...before, state, outcome, version: before.version + 1 }, act: 'fall-away' };
}
