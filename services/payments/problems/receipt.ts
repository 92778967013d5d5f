import { problem } from '#shared/problem';

export const numbersTaken = problem('numbers-taken', 409, [
  '号段与该代码已有的号段重叠。',
  'Numbers of this code among these were proposed or given before.',
]);
export const ownSegment = problem('own-segment', 403, [
  '号段须由另一人审核或者关闭。',
  'A segment must be approved, rejected or closed by somebody else.',
]);
export const segmentMoved = problem('segment-moved', 409, [
  '该号段现在不能这样处理，请查看其当前状态。',
  'This cannot be done with the segment as it stands now.',
]);
export const receiptMoved = problem('receipt-moved', 409, [
  '该票据现在不能这样处理，请查看其当前状态：入账前须先查验，冲红的票据不能入账。',
  'This cannot be done with the receipt as it stands now: it is entered once it is verified, and not when it was taken back.',
]);
export const receiptNotDrawn = problem('receipt-not-drawn', 409, [
  '票据文件正在生成，请稍后再取。',
  'The file of the receipt is being made; ask again in a moment.',
]);
