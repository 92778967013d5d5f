import { daysAfter } from '#shared/calendar';
import { attemptIn } from '../../domain/order/act.ts';
import { idOf } from '../../domain/refund/refund.ts';
import { judged, type Outcome } from '../../domain/reconciliation/outcome.ts';
import { reconciliationId } from '../../domain/reconciliation/reconciliation.ts';
import { sidesOf, type Side } from '../../domain/reconciliation/side.ts';
import { shardOf } from '../../domain/ledger/clearing-item.ts';
import type { Claim } from '../../stores/claims.ts';
import { exceptionAt, isUnsettled, type LookDeps, type Run } from './run-deps.ts';

/** What came of a second look; where its item stands on another day, that is claimed for this statement. */
export interface Looked {
  outcome: Outcome;
  claim?: { found: Claim; known: Claim | undefined };
}

/**
 * Before a row is said to be missing in the ledger: its number is read again, strongly consistently, on its own day, on the days around, and
 * on that of the order or refund that it is of.
 */
export async function lookElsewhere(outcome: Outcome, run: Run, deps: LookDeps): Promise<Looked> {
  const { place, rules } = run;
  const { rows, number, direction } = outcome;
  const hint = await whatIsKnown(outcome, deps);
  let taken = false;
  for (const day of new Set([...around(run), ...(hint.day ? [hint.day] : [])])) {
    const item = { ...place, day, number, direction };
    const [side] = sidesOf(await deps.ledger.clearingOf(item)).values();
    if (!side || side.amountFen === 0) continue;
    if (day === place.day) return { outcome: judged({ rows, side }, rules) };
    const standing = await standingOf(side, run, deps);
    if (standing === 'taken') taken = true;
    else {
      const found = { ...item, by: run.id, revision: run.revision };
      return { outcome: judged({ rows, side }, rules), claim: { found, known: standing.claim } };
    }
  }
  if (taken) return { outcome: { ...outcome, class: 'DUPLICATE_IN_STATEMENT', detail: 'matched-on-another-day' } };
  return { outcome: { ...outcome, detail: hint.detail } };
}

/** Its own day first, then the nearest; a row may be a day early, and as late as its limit says. */
function around({ place: { day }, carryDays }: Run): string[] {
  const late = Array.from({ length: carryDays }, (_, n) => daysAfter(day, -1 - n));
  return [day, ...late.slice(0, 1), daysAfter(day, 1), ...late.slice(1)];
}

/** Whether an item of another day still waits for a row, or has had one. */
async function standingOf(side: Side, run: Run, deps: LookDeps): Promise<'taken' | { claim: Claim | undefined }> {
  const item = { ...run.place, day: side.day, number: side.number, direction: side.direction };
  const claim = await deps.claims.load(item);
  if (claim) return claim.by === run.id ? { claim } : 'taken';
  const { number, direction } = side;
  const [known] = await deps.exceptions.loadAll([exceptionAt(run, { kind: 'number', number, direction, nth: 1 })]);
  if (known?.day === side.day && isUnsettled(known)) return { claim };
  const other = await deps.reconciliations.load(reconciliationId(item));
  const isDone = other?.state === 'matched' || (other?.state === 'split' && other.shardsDone > shardOf(number));
  return isDone ? 'taken' : { claim };
}

/** What the order or the refund of a number says: the day on which it was booked, or that it was not. */
async function whatIsKnown(
  { number, direction }: Outcome,
  { orders, refunds }: Pick<LookDeps, 'orders' | 'refunds'>,
): Promise<{ day?: string; detail: string }> {
  if (direction === 'out') {
    const refund = await refunds.load(idOf(number));
    return { detail: refund ? `refund-${refund.state}` : 'unknown-number' };
  }
  const order = await orders.byAttempt(number);
  const attempt = order && attemptIn(order, number)?.attempt;
  const day = attempt?.paid?.day;
  return { ...(day && { day }), detail: attempt ? `attempt-${attempt.state}` : 'unknown-number' };
}
