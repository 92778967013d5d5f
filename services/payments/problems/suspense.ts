import { problem } from '#shared/problem';

export const suspenseMoved = problem('suspense-moved', 409, [
  '该款项现在不能这样处理，请查看其当前状态。',
  'This cannot be done with the money as it stands now.',
]);
export const ownSuspense = problem('own-suspense', 403, [
  '待处理款项须由另一人审核。',
  'What you have proposed must be decided by somebody else.',
]);
export const suspenseAmount = problem('suspense-amount', 409, [
  '金额与待处理款项不符。',
  'It does not come to the amount that stands in suspense.',
]);
export const otherMerchant = problem('other-merchant', 409, [
  '该收费项目由另一收款账户收取，不能用这笔款项抵缴。',
  'This charge is taken by another merchant than has this money.',
]);
export const otherPayers = problem('other-payers', 409, [
  '所选缴费单不属于同一缴款人。',
  'These bills are of several payers.',
]);
export const wayUnknown = problem('way-unknown', 409, [
  '不知道这笔款项由哪一次支付而来，不能原路退回，请填写收款账户。',
  'No charge of ours has brought this money: it can go to a named account only.',
]);
