import type { Scope } from '#shared/access';
import { sumFen } from '#shared/money';
import { plain } from '#shared/plain';
import type { Reply } from '#shared/route';
import { isOverdue, lastOf, openIn } from '../../domain/fee/open.ts';
import type { Assessment, Fees, Relief } from '../../domain/fee/fees.ts';
import { feeActionsFor, reliefActionsFor, totalsOf } from '../../domain/fee/view.ts';
import type { TimelineEntry } from '../../stores/rows.ts';

/** What an act on fees answers. */
export function feesActed(fees: Fees, { capacities }: Scope): Reply {
  const { caseId: id, version } = fees;
  const { dueFen } = totalsOf(fees);
  const body = { id, status: statusOf(fees), version, dueFen, actions: feeActionsFor(fees, capacities) };
  return { status: 200, headers: { ETag: `"${version}"` }, body };
}

/** The fees of a case as they are shown; `handles` says whether the caller may act on them now. */
export function feesShown(fees: Fees, timeline: readonly TimelineEntry[], { scope, handles, now }: Seen) {
  const { caseId, version, owed, assessments, reliefs } = fees;
  const { capacities, actor } = scope;
  const by = { capacities: handles ? capacities : [], sub: actor.sub, partyId: actor.partyId, ids: actor.ids };
  const shown = capacities.includes('applicant') || handles ? feeActionsFor(fees, capacities) : [];
  return plain({
    caseId,
    version,
    status: statusOf(fees),
    actions: shown,
    ...totalsOf(fees),
    overdue: openIn(fees).some((open) => isOverdue(open, now)),
    owed,
    bills: assessments.map(billShown),
    reliefs: reliefs.map((one) => reliefShown(one, by)),
    timeline,
  });
}

interface Seen {
  scope: Scope;
  handles: boolean;
  now: Date;
}

const statusOf = (fees: Fees) => {
  if (totalsOf(fees).dueFen > 0) return 'due';
  return fees.ended ? 'ended' : 'settled';
};

function billShown({ id, state, revisions, deferredUntil, bill, refunds }: Assessment) {
  const { lines, dueAt } = lastOf({ revisions });
  return {
    assessmentId: id,
    revision: revisions.length,
    status: state,
    amountFen: sumFen(lines),
    lines,
    dueAt,
    deferredUntil,
    billId: bill?.billId,
    paidFen: bill?.paidFen ?? 0,
    refundedFen: bill?.refundedFen ?? 0,
    refunds,
  };
}

function reliefShown(found: Relief, by: Parameters<typeof reliefActionsFor>[1]) {
  const { n, state, wish, basis, proposedAt, proposedBy, checkedAt, checkedBy, waivedFen } = found;
  return {
    n,
    status: state,
    wish,
    basis,
    proposedAt,
    proposedBy: proposedBy.sub,
    checkedAt,
    checkedBy: checkedBy?.sub,
    waivedFen,
    actions: reliefActionsFor(found, by),
  };
}
