import { problem } from '#shared/problem';

// Refusals about the materials of a case. A constant each: a start loads only those that its own functions give.

export const notOnList = problem('not-on-list', 400, [
  '该事项在此情形下不要求这项材料，无需提交。',
  'The item does not ask for this in the situation: it need not be given.',
]);
export const givenTwice = problem('given-twice', 400, [
  '同一项材料只能提交一份；多个文件请合并。',
  'One document for each line of the list: put several files into one.',
]);
export const inReview = problem('in-review', 409, [
  '该材料已确认并随案审查，受理后不得自行更换。',
  'This document is confirmed and under review: after acceptance it is not changed for another.',
]);
export const basisStands = problem('basis-stands', 409, [
  '该材料没有待处理的依据变化。',
  'Nothing has changed of this document that waits for an answer.',
]);
export const tooManyGiven = problem('too-many-given', 400, [
  '一个办件最多使用三十份材料库文件。',
  'A case uses thirty documents of the library at most.',
]);
