import { problem } from '#shared/problem';

export const grantOver = problem('grant-over', 409, [
  '该授权已撤销或者已到期。',
  'This grant was revoked, or its last day is over.',
]);
export const untilOver = problem('until-over', 400, ['截止日期已过。', 'That day is over.']);
export const untilTooLong = problem('until-too-long', 400, [
  '一次授权最长一年，到期可以再授权。',
  'A grant holds for a year at most; it can be given again.',
]);
