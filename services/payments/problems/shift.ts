import { problem } from '#shared/problem';

export const shiftIsOpen = problem('shift-is-open', 409, [
  '您还有一个班次没有封包交接，请先清点并交接。',
  'You have a shift whose bag is not sealed; count it and have it sealed first.',
]);
export const shiftMoved = problem('shift-moved', 409, [
  '该班次现在不能这样处理，请查看其当前状态。',
  'This cannot be done with the shift as it stands now.',
]);
export const ownShift = problem('own-shift', 403, [
  '现金须由另一人复点。',
  'The cash must be counted by somebody else as well.',
]);
export const differenceReason = problem('difference-reason', 400, [
  '清点金额与应有金额不符，请说明原因。',
  'What was counted is not what must be there; say why.',
]);
export const countDiffers = problem('count-differs', 409, [
  '您清点的金额与收款员清点的不同：请退回重新清点。',
  'You have counted another amount than the cashier; send it back to be counted anew.',
]);
export const slipsDiffer = problem('slips-differ', 409, [
  '缴款单与各收款商户应缴、应补的现金不符。',
  'The slips are not what lies in the bag, or was missing, for each merchant.',
]);
export const nothingMissing = problem('nothing-missing', 409, [
  '该班次没有短款，或者短款已经补足。',
  'Nothing is missing of this shift, or it was made good.',
]);
export const severalPayers = problem('several-payers', 409, [
  '一次收款只能收同一个缴款人的缴费单。',
  'One payment at the counter is for the bills of one payer.',
]);
export const slipNeeded = problem('slip-needed', 400, [
  '刷卡和转账须填写凭证号。',
  'A card or a transfer needs the number of its slip.',
]);
export const receivedTooLittle = problem('received-too-little', 400, [
  '收到的现金少于应收金额。',
  'The cash received is less than what is to be paid.',
]);
