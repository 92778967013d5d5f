import { problem } from '#shared/problem';

export const billNotPayable = problem('bill-not-payable', 409, [
  '所选缴费单中有的现在不能缴：已缴、已取消、正在由另一订单支付，或者金额已变。',
  'A bill of these cannot be paid now: it is paid, cancelled, in another order, or asks something else.',
]);
export const tooManyLines = problem('too-many-lines', 400, [
  '一个订单最多 50 个收费项目，请分次支付。',
  'An order holds at most 50 fee lines; pay in several.',
]);
export const channelUnknown = problem('channel-unknown', 400, ['没有这种支付方式。', 'There is no such channel here.']);
export const channelNotReady = problem('channel-not-ready', 409, [
  '该支付渠道暂时不能为所选缴费单收款：尚未配置商户密钥，请换一种支付方式。',
  'This channel cannot take money for these bills now: it has no keys for their merchants here; choose another.',
]);
export const payerAtChannelMissing = problem('payer-at-channel-missing', 400, [
  '这种支付形式需要付款人在该渠道的标识（openid）。',
  'This way of paying needs the payer’s id at the channel (openid).',
]);
export const wayUnknown = problem('way-unknown', 400, [
  '该渠道不支持这种支付形式。',
  'The channel cannot be paid in this way.',
]);
export const channelCannotCombine = problem('channel-cannot-combine', 409, [
  '有缴费单涉及多个收款商户，该渠道不能合单支付，请换一种支付方式。',
  'A bill goes to several merchants, which this channel cannot take together; choose another channel.',
]);
export const orderEnded = problem('order-ended', 409, [
  '订单已结束或者已过期，请重新下单。',
  'The order has ended or run out; place another.',
]);
export const alreadyPaid = problem('already-paid', 409, ['这一笔已经支付。', 'This payment has been made.']);
