import { problem } from '#shared/problem';

/** Refusals about the fees of a case; that another person must check is said as of any act. */
export const chargeOffList = problem('charge-off-list', 400, [
  '收费清单之外不得收费。',
  'Nothing may be charged that is not on the item’s published list.',
]);
export const freeOfCharge = problem('free-of-charge', 409, [
  '更正、撤销和复议不收取任何费用。',
  'To correct, revoke or review a decision is free of charge.',
]);
export const oncePerCase = problem('once-per-case', 400, [
  '按件收取的费用每件只收一次。',
  'What is charged by the case is charged once.',
]);
export const quantityNotWhole = problem('quantity-not-whole', 400, [
  '按件收费的数量应为整数。',
  'What is charged by the piece has a whole quantity.',
]);
export const noSuchRelief = problem('no-such-relief', 404, ['没有这项减免缓申请。', 'There is no such relief.']);
export const reliefClosed = problem('relief-closed', 409, [
  '该项减免缓已经审批。',
  'This relief has been checked already.',
]);
export const nothingDue = problem('nothing-due', 409, ['没有应缴的费用。', 'Nothing is owed that could be relieved.']);
export const notLater = problem('not-later', 400, [
  '缓缴日期应晚于今天和现缴款期限。',
  'A deferral ends later than today and than the day on which the fee is due now.',
]);
export const deferralTooLong = problem('deferral-too-long', 400, [
  '缓缴期限最长不超过原缴款期限届满后一年。',
  'A deferral ends at most a year after the day on which the fee was due at first.',
]);
export const reductionTooLarge = problem('reduction-too-large', 400, [
  '减缴金额超过应缴金额。',
  'The reduction is more than what is owed.',
]);
export const tooManyReliefs = problem('too-many-reliefs', 409, [
  '一个办件最多提出 50 项减免缓。',
  'At most 50 reliefs are proposed for one case.',
]);
export const feesFull = problem('fees-full', 409, [
  '本件的收费记录已满，不能再增加内容。',
  'The record of these fees is full: nothing more can be added.',
]);
