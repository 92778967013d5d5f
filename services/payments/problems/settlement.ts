import { problem } from '#shared/problem';

export const settlementMoved = problem('settlement-moved', 409, [
  '该结算单现在不能这样处理，请查看其当前状态。',
  'This cannot be done with the settlement as it stands now.',
]);
export const ownSettlement = problem('own-settlement', 403, [
  '结算单须由开具人以外的人审核或退回。',
  'A settlement must be approved, or rejected, by somebody else than who drew it.',
]);
export const settlementNotApproved = problem('settlement-not-approved', 409, [
  '该结算单尚未审核，没有给银行的文件。',
  'It is not approved: there is no file for the bank.',
]);
export const payoutAccountMissing = problem('payout-account-missing', 409, [
  '该执收单位没有启用的收款账户，请先提出并由另一人审核。',
  'The payee has no account in force: propose one, and have another person approve it.',
]);
