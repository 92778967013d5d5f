import { problem } from '#shared/problem';

export const consultationMoved = problem('consultation-moved', 409, [
  '该咨询当前的状态不允许此操作。',
  'The consultation is in a state in which this cannot be done.',
]);
export const anotherAnswers = problem('another-answers', 409, [
  '该咨询已有首问责任人，请先接办再答复。',
  'Another is named for this consultation: take it first.',
]);
export const notAsked = problem('not-asked', 409, [
  '项目不存在，或者不是您的项目。',
  'There is no such project, or it is not yours.',
]);
