import { daysBetween, dayOf } from '#shared/calendar';
import type { Refund } from '../../domain/refund/refund.ts';
import { suspenseOf } from '../../domain/ledger/accounts.ts';
import { suspenseActions } from '../../domain/suspense/act.ts';
import type { Suspense } from '../../domain/suspense/suspense.ts';
import type { Told } from '../../stores/timeline.ts';

/** Money that is nobody's, as finance sees it. */
export function showSuspense(found: Suspense, now: Date) {
  const { id, state, version, channel, merchant, amountFen, feeFen, origin, ref, since } = found;
  const { charge, proposal, rejection, account, outcome } = found;
  return {
    kind: 'suspense' as const,
    id,
    status: state,
    version,
    owner: 'finance' as const,
    ledgerAccount: suspenseOf({ channel, merchant }),
    channel,
    merchant,
    amountFen,
    feeFen,
    origin,
    ref,
    since: since.toISOString(),
    ageDays: daysBetween(dayOf(since), dayOf(now)),
    ...(charge && { orderId: charge.orderId }),
    ...(proposal && { proposal: { ...proposal.wish, by: proposal.by, at: proposal.at.toISOString() } }),
    ...(rejection && { rejection }),
    ...(account && { account }),
    ...(outcome && { outcome: { ...outcome, at: outcome.at.toISOString() } }),
    actions: suspenseActions(found),
  };
}

/** What no bill took and is on its way back by itself: it stands among the refunds, and no more in suspense. */
export function showOnItsWay(found: Refund, now: Date) {
  const { id, version, state, channel, merchant, amountFen, orderId, createdAt } = found;
  return {
    kind: 'refund' as const,
    id,
    status: state,
    version,
    owner: 'finance' as const,
    channel,
    merchant,
    amountFen,
    orderId,
    since: createdAt.toISOString(),
    ageDays: daysBetween(dayOf(createdAt), dayOf(now)),
  };
}

export const showWithTimeline = (found: Suspense, timeline: readonly Told[], now: Date) => ({
  ...showSuspense(found, now),
  timeline: timeline.map(({ at, ...told }) => ({ at: at.toISOString(), ...told })),
});
