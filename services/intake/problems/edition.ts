import { problem } from '#shared/problem';

// Refusals about editions of the catalogue. A constant each, as few routes use them.

export const editionWrongState = problem('edition-wrong-state', 409, [
  '该版次当前状态不允许此操作。',
  'The edition is not in a state that allows this act.',
]);
export const editionSamePerson = problem('edition-same-person', 403, [
  '编制人不得自行发布，须由另一人审核发布。',
  'Another person than those who prepared it must publish it.',
]);
