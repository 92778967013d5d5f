import { problem } from '#shared/problem';

// Refusals about what is published. A constant each: a start loads only those that its own functions give.

export const noSuchObjection = problem('no-such-objection', 409, [
  '没有这条待答复的异议。',
  'There is no such objection to be answered.',
]);
export const objectedAlready = problem('objected-already', 409, [
  '您已对该公示提出异议：请等待答复；答复后可再次提出，每人最多三次。',
  'You have objected to this entry already: wait for the answer. You may object again after it, three times at most.',
]);
export const tooManyObjections = problem('too-many-objections', 409, [
  '该公示已有多条异议待答复，请稍后再提。',
  'Many objections to this entry wait for an answer already: try again later.',
]);
export const otherHolder = problem('other-holder', 409, [
  '申请表已写明行政相对人，不能改为他人；确有错误的，通过异议答复或者更正决定处理。',
  'The form names the holder: nobody else is put in his place. What is wrong in it is mended by answering an objection or by a correction.',
]);
export const noHolder = problem('no-holder', 400, [
  '申请表未写明行政相对人，请填写公示名称。',
  'The form does not say who the holder is: name him.',
]);
