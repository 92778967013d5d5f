import { problem } from '#shared/problem';

// Refusals about the delivery of a result. A constant each: a start loads only those that its own functions give.

export const noResult = problem('no-result', 409, [
  '该办件没有待送达的结果。',
  'This case has no result to be delivered.',
]);
export const wrongCode = problem('wrong-code', 409, ['取件码不正确。', 'The pick-up code is not right.']);
export const addressNotInForm = problem('address-not-in-form', 400, [
  '申请表中没有这一项地址。',
  'The form has no address in that place.',
]);
export const tooManyCodes = problem('too-many-codes', 429, [
  '取件码错误次数过多，请十五分钟后再试。',
  'Too many wrong codes for this result: try again in fifteen minutes.',
]);
export const noHall = problem('no-hall', 400, [
  '申请人未选择大厅，请填写结果所在的大厅。',
  'The applicant chose no hall: say at which one the result lies.',
]);
export const otherHall = problem('other-hall', 409, [
  '结果不在该大厅，请到申请人选择的大厅领取。',
  'The result lies at another hall: it is handed over at the one that was chosen.',
]);
export const notEntitled = problem('not-entitled', 403, [
  '到场人既不是申请人，也没有有效的代理权限；请凭取件码领取。',
  'Whoever came is neither the party nor holds its authority: the pick-up code is needed.',
]);
export const takenThen = problem('taken-then', 400, [
  '签收时间不得早于寄出时间，也不得晚于现在。',
  'It cannot have been taken before it was sent, nor in time to come.',
]);
