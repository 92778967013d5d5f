import { actionsOf } from '../../domain/exception/act.ts';
import type { Exception } from '../../domain/exception/exception.ts';
import { fitting } from '../../domain/exception/fits.ts';
import { ageOf } from '../../domain/exception/release.ts';
import type { Situation } from '../../domain/exception/situation.ts';
import { suggestionOf } from '../../domain/exception/suggestion.ts';
import type { WishAction } from '../../domain/exception/wish.ts';
import type { Told } from '../../stores/timeline.ts';

interface Light {
  now: Date;
  writeOffFen: number;
}

/** A difference as the work list shows it. */
export function showDifference(found: Exception, { now, writeOffFen }: Light, proposals?: readonly WishAction[]) {
  const { id, version, state, channel, merchant, day, reconciliationId, subject, differenceFen, raisedAt } = found;
  const suggestion = mayBeProposed(found) ? suggestionOf(found, writeOffFen, proposals) : undefined;
  return {
    kind: 'difference' as const,
    id,
    status: state,
    version,
    owner: 'finance' as const,
    class: found.class,
    channel,
    merchant,
    day,
    reconciliationId,
    ...(subject.kind === 'number' && { number: subject.number, direction: subject.direction }),
    ...(subject.kind === 'line' && { line: subject.line }),
    amountFen: Math.abs(differenceFen) || (found.row?.amountFen ?? found.ledger?.amountFen ?? 0),
    differenceFen,
    since: raisedAt.toISOString(),
    ageDays: ageOf(found, now),
    ...(found.carriedUntil && { carriedUntil: found.carriedUntil }),
    ...(suggestion && { suggestion }),
    ...(found.outcome && { outcome: outcomeOf(found) }),
    actions: actionsOf(found),
  };
}

const mayBeProposed = (found: Exception): boolean => actionsOf(found).includes('propose');

const outcomeOf = ({ outcome }: Exception) =>
  outcome && { action: outcome.action, by: outcome.by, at: outcome.at.toISOString() };

/** The same with all that it is decided from. */
export function showWhole(situation: Situation, light: Light, timeline: readonly Told[]) {
  const { found, order } = situation;
  const { row, ledger, proposal, detail, rejection, refundId, suspenseId, entered, supersededBy } = found;
  const proposals = mayBeProposed(found) ? fitting(situation) : [];
  return {
    ...showDifference(found, light, proposals),
    detail,
    ...(row && { row: { ...row, at: row.at.toISOString() } }),
    ...(ledger && { ledger }),
    ...(order && { orderId: order.id }),
    bookedFen: bookedFen(situation),
    proposals,
    ...(proposal && { proposal: showProposal(proposal) }),
    ...(rejection && { rejection }),
    ...(refundId && { refundId }),
    ...(suspenseId && { suspenseId }),
    ...(entered && { entered: entered.row }),
    ...(supersededBy && { supersededBy }),
    timeline: timeline.map(({ at, ...told }) => ({ at: at.toISOString(), ...told })),
  };
}

/** What stands under the number by now, in its direction. */
function bookedFen({ found: { subject }, items }: Situation): number {
  if (subject.kind !== 'number') return 0;
  const own = items.filter(({ number, direction }) => number === subject.number && direction === subject.direction);
  return own.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

const showProposal = ({ action, reason, by, at, details, entries }: NonNullable<Exception['proposal']>) => ({
  action,
  reason,
  by,
  at: at.toISOString(),
  details,
  entries,
});

/** What an act answers: how it stands, and, of a proposal, what it would write. */
export function showActed(found: Exception) {
  const { id, state, version, proposal, refundId, suspenseId } = found;
  return {
    id,
    status: state,
    version,
    ...(proposal && { proposal: showProposal(proposal) }),
    ...(refundId && { refundId }),
    ...(suspenseId && { suspenseId }),
    actions: actionsOf(found),
  };
}
