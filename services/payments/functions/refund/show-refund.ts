import { isBound } from '../../domain/refund/act.ts';
import { refundGraph, type RefundAct } from '../../domain/refund/graph.ts';
import { numberOf, type Refund } from '../../domain/refund/refund.ts';

/** A refund as its payer sees it: nothing of who decided it. */
export function showRefund(found: Refund) {
  const { id, version, state, of, orderId, channel, amountFen, createdAt, done } = found;
  return {
    id,
    status: state,
    version,
    orderId,
    ...(of.kind === 'lines' && { billId: of.billId }),
    channel,
    amountFen,
    lines:
      of.kind === 'lines' ? of.lines.map(({ code, payee, amountFen: fen }) => ({ code, payee, amountFen: fen })) : [],
    createdAt: createdAt.toISOString(),
    ...(done && { doneAt: done.at.toISOString() }),
    actions: [],
  };
}

const people: readonly RefundAct[] = [
  'approve',
  'reject',
  'redirect',
  'send-back',
  'pay-out',
  'verify',
  'refuse',
  'pay-back',
  'return',
];

const showUndo = ({ since, doneAt, ref }: NonNullable<Refund['undo']>) => ({
  since: since.toISOString(),
  ...(doneAt && { doneAt: doneAt.toISOString() }),
  ...(ref && { ref }),
});

/** As finance sees it, with what may be done next. */
export function showForFinance(found: Refund) {
  const { merchant, payer, reason, proposedBy, approvedBy, rejection, stuckBy, account, done, state, ...rest } = found;
  const actions = refundGraph.flatMap(({ act, from }) =>
    from.includes(state) && !(isBound(found) && (act === 'reject' || act === 'refuse'))
      ? people.filter((one) => one === act)
      : [],
  );
  return {
    ...showRefund(found),
    number: numberOf(found),
    merchant,
    payer,
    reason,
    proposedBy,
    ...(approvedBy && { approvedBy }),
    ...(rejection && { rejection }),
    ...(stuckBy && { stuckBy }),
    ...(account && { account }),
    ...(rest.accountName && { accountName: rest.accountName }),
    ...(rest.difference && { difference: rest.difference }),
    ...(done && { proof: done.proof }),
    ...(rest.undo && { undo: showUndo(rest.undo) }),
    ...(rest.unit && { unit: rest.unit }),
    ...(rest.verifiedBy && { verifiedBy: rest.verifiedBy }),
    actions,
  };
}
