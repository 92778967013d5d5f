import { settlementGraph } from '../../domain/settlement/graph.ts';
import type { PayoutAccount } from '../../domain/settlement/payout-account.ts';
import type { Settlement } from '../../domain/settlement/settlement.ts';
import { maskedAccount } from '../payout-account/show-payout-account.ts';

const decisions = ['approve', 'reject'] as const;

export function showSettlement(found: Settlement, to?: PayoutAccount) {
  const { timelineHash, drawnParty, state, drawnAt, approved, rejected, paidOver, ...rest } = found;
  return {
    ...rest,
    status: state,
    drawnAt: drawnAt.toISOString(),
    ...(to && { payTo: maskedAccount(to.account) }),
    ...(approved && { approved: { by: approved.by, at: approved.at.toISOString(), sha256: approved.sha256 } }),
    ...(rejected && { rejected: { ...rejected, at: rejected.at.toISOString() } }),
    ...(paidOver && { paidOver: { ...paidOver, at: paidOver.at.toISOString() } }),
    actions: decisions.filter((act) => settlementGraph.some((one) => one.act === act && one.from.includes(state))),
  };
}
