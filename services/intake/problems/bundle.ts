import { problem } from '#shared/problem';

/** The bundle was handed in or withdrawn already. */
export const wrongState = problem('wrong-state', 409, [
  '一件事当前状态不允许此操作。',
  'The bundle is not in a state that allows this act.',
]);

/** Once there is a case, what is withdrawn is that. */
export const partHasCase = problem('part-has-case', 409, [
  '该事项已有办件，请撤回该办件。',
  'This part has a case already: withdraw the case.',
]);
