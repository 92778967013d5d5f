import { problem } from '#shared/problem';

export const paymentCodeUnknown = problem('payment-code-unknown', 400, [
  '没有这个缴款码，请核对。',
  'No bill has this payment code; check its digits.',
]);
export const paidInFuture = problem('paid-in-future', 400, [
  '缴款时间不能晚于现在。',
  'It cannot have been paid later than now.',
]);
export const slipKnown = problem('slip-known', 409, ['这张回单已经入账。', 'What this slip proves has been booked.']);
export const elsewhereMoved = problem('elsewhere-moved', 409, ['这一笔已经审核。', 'This has been decided.']);
export const ownElsewhere = problem('own-elsewhere', 403, [
  '须由另一人审核。',
  'It must be approved by somebody else.',
]);
