import { problem } from '#shared/problem';

export const noCommitment = problem('no-commitment', 409, [
  '该事项不实行告知承诺。',
  'The item cannot be granted on a commitment.',
]);
export const commitmentWrongState = problem('commitment-wrong-state', 409, [
  '该承诺当前状态不允许此操作。',
  'The commitment is not in a state that allows this act.',
]);
