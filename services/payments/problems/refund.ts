import { problem } from '#shared/problem';

export const billNotPaid = problem('bill-not-paid', 409, [
  '该缴费单尚未缴费，或者已经全部退还，没有可退的款项。',
  'Nothing of this bill can go back: it is not paid.',
]);
export const refundOver = problem('refund-over', 409, [
  '退款金额超过该收费项目的可退金额。',
  'This is more than may still go back of the charge.',
]);
export const refundableDiffers = problem('refundable-differs', 409, [
  '可退金额已有变化，请核对后重新提出。',
  'What may go back is another amount than you believe; look at it and propose again.',
]);
export const tooManyRefunds = problem('too-many-refunds', 409, [
  '一笔缴费最多退款 50 次。',
  'A bill can be refunded 50 times at most.',
]);
export const refundMoved = problem('refund-moved', 409, [
  '该退款现在不能这样处理，请查看其当前状态。',
  'This cannot be done with the refund as it stands now.',
]);
export const nameDiffers = problem('name-differs', 409, [
  '账户户名与缴款人名称不一致，请说明该账户属于缴款人的理由，或者退回。',
  'The account has another name than the payer: say why it is the right one (difference), or reject it.',
]);
export const refundBound = problem('refund-bound', 409, [
  '征收单位已经冲销该笔缴费，款项必须退还，只能变更退还途径。',
  'Its collector has undone the payment: it must go back, whichever way; it cannot be rejected any more.',
]);
export const ownRefund = problem('own-refund', 403, [
  '退款须由另一人审核。',
  'A refund must be approved by somebody else.',
]);
