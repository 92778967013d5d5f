import { problem } from '#shared/problem';

// Refusals about what supervision finds.

export const findingWrongState = problem('finding-wrong-state', 409, [
  '该监察事项当前状态不允许此操作。',
  'The finding is not in a state that allows this act.',
]);
export const ownAnswer = problem('own-answer', 403, ['不得审核本人的答复。', 'Nobody judges his own answer.']);
export const alreadyReported = problem('already-reported', 409, [
  '该办件的同类问题已有人报告。',
  'Somebody has reported the same of this case already.',
]);
