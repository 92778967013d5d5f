import { maskAccount } from '#shared/mask';
import { payoutAccountGraph, type PayoutAccount } from '../../domain/settlement/payout-account.ts';

const decisions = ['approve', 'reject'] as const;

/** An account by its last digits. */
export const maskedAccount = ({ name, bank, number }: PayoutAccount['account']) => ({
  name,
  bank,
  number: maskAccount(number),
});

export function showPayoutAccount(found: PayoutAccount) {
  const { id, state, version, payee, account, proposedBy, proposedAt, decidedBy, rejection } = found;
  return {
    id,
    status: state,
    version,
    payee,
    ...maskedAccount(account),
    proposedBy,
    proposedAt: proposedAt.toISOString(),
    ...(decidedBy && { decidedBy }),
    ...(rejection && { rejection }),
    actions: decisions.filter((act) => payoutAccountGraph.some((one) => one.act === act && one.from.includes(state))),
  };
}
