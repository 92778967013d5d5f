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
