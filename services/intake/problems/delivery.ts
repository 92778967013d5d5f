import { problem } from '#shared/problem';

/** Refusals about the delivery of a result. */
export const deliveryProblems = {
  'no-result': problem('no-result', 409, ['该办件没有待送达的结果。', 'This case has no result to be delivered.']),
  'wrong-code': problem('wrong-code', 409, ['取件码不正确。', 'The pick-up code is not right.']),
  'address-not-in-form': problem('address-not-in-form', 400, [
    '申请表中没有这一项地址。',
    'The form has no address in that place.',
  ]),
};
