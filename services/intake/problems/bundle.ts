import { problem } from '#shared/problem';

/** The bundle was handed in or withdrawn already. */
export const wrongState = problem('wrong-state', 409, [
  '一件事当前状态不允许此操作。',
  'The bundle is not in a state that allows this act.',
]);
