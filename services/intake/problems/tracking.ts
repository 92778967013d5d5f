import { problem } from '#shared/problem';

// Refusals to those who look a case up without a login. A constant each: a start loads only those that its own functions give.

export const notTracked = problem('not-tracked', 404, [
  '办件编号或查询码不正确。',
  'The number or the code is not right.',
]);
export const trackedElsewhere = problem('tracked-elsewhere', 404, [
  '此办件由另一县（市、区）办理（见 district），请按 /districts 所列地址向其查询。',
  'This case is another district’s (see district): ask there, at the address that /districts gives.',
]);
export const tooManyTries = problem('too-many-tries', 429, [
  '查询错误次数过多，请十五分钟后再试。',
  'Too many wrong tries for this number: try again in fifteen minutes.',
]);
