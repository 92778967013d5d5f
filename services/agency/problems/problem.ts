import { problem } from '#shared/problem';

export const problemMoved = problem('problem-moved', 409, [
  '该问题当前的状态不允许此操作，或者已提出过一次未解决。',
  'The problem is in a state in which this cannot be done, or it was said once already that it is not solved.',
]);
export const noSuchProject = problem('no-such-project', 409, [
  '项目不存在，或者不是您的项目。',
  'There is no such project, or it is not yours.',
]);
