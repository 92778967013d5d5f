import type { PaymentsDeps } from '../../deps.ts';
import type { PayoutAccount } from '../../domain/settlement/payout-account.ts';
import type { Settlement } from '../../domain/settlement/settlement.ts';

/** Where a settlement is paid: the account that its file names, or, before there is one, that which is in force. A merchant is of one payee. */
export async function accountOf(
  { approved, lines }: Settlement,
  { payoutAccounts }: Pick<PaymentsDeps, 'payoutAccounts'>,
): Promise<PayoutAccount | undefined> {
  return approved?.account ? payoutAccounts.load(approved.account) : payoutAccounts.of(lines[0]?.payee ?? '');
}
