import { problem } from '#shared/problem';

export const payoutAccountMoved = problem('payout-account-moved', 409, [
  '该收款账户已审核，或该单位的账户已另有变更，请重新提出。',
  'It has been decided, or another account of the payee has come into force since: propose it anew.',
]);
export const ownPayoutAccount = problem('own-payout-account', 403, [
  '收款账户须由提出人以外的人审核或退回。',
  'An account must be approved, or rejected, by somebody else than who proposed it.',
]);
export const accountNumberDiffers = problem('account-number-differs', 409, [
  '再次录入的账号与提出的账号不一致，未予启用；请核对执收单位提供的原件。',
  'The number typed a second time is another: nothing was changed. Look at the paper of the payee.',
]);
