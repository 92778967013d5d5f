import { problem } from '#shared/problem';

export const reviewMoved = problem('review-moved', 409, [
  '联审当前的状态不允许此操作。',
  'The review is in a state in which this cannot be done.',
]);
export const notMandated = problem('not-mandated', 409, [
  '您没有本项目该阶段的有效代办委托。',
  'You act for the investor by no mandate that covers this stage of the project.',
]);
export const noDrawingPlan = problem('no-drawing-plan', 409, [
  '该类项目没有多图联审。',
  'Projects of this kind have no joint review of drawings.',
]);
export const reviewUnderWay = problem('review-under-way', 409, [
  '本项目的图纸正在联审。',
  'Drawings of this project are under review already.',
]);
export const partMissing = problem('part-missing', 400, [
  '按本项目的情况还应提交这部分图纸。',
  'This part is due for the project and was not handed in.',
]);
export const partUnknown = problem('part-unknown', 400, [
  '该阶段方案没有这部分图纸，或者重复提交。',
  'The plan has no such part, or it stands here twice.',
]);
export const notReviewer = problem('not-reviewer', 409, [
  '这部分图纸不由您的部门审查。',
  'This part is not for your department to review.',
]);
export const partUnchanged = problem('part-unchanged', 409, [
  '这部分图纸自上一轮起没有改动，不得提出新的意见；坚持提出的，只限必须修改的意见，须说明理由，并记为本部门的过失。',
  'This part has not changed since the round before: no remark may be added. Only what must be met can be insisted on, with reasons; it is recorded as a fault of the department.',
]);
export const noSuchRemark = problem('no-such-remark', 409, [
  '没有这条意见，或者它不在此状态。',
  'There is no such remark, or it does not stand so.',
]);
export const noSuchPart = problem('no-such-part', 409, ['联审没有这部分图纸。', 'The review has no such part.']);
export const partSame = problem('part-same', 409, [
  '这部分图纸与上一轮相同，不必重新提交。',
  'This part is the same as in the round before: it need not be handed in again.',
]);
export const answersMissing = problem('answers-missing', 409, [
  '还有必须修改的意见没有答复。',
  'There are remarks that must be met and are not answered.',
]);
export const answersUnjudged = problem('answers-unjudged', 409, [
  '还有答复未经您的部门认定。',
  'There are answers that your department has not judged.',
]);
export const reviewsAwaited = problem('reviews-awaited', 409, [
  '还有部门在期限内尚未审完。',
  'Departments have not finished, and their days are not over.',
]);
export const decisionMissing = problem('decision-missing', 409, [
  '依法应当作出决定的部门尚未表态，沉默不视为同意。',
  'Departments that must decide by law have not done so; silence is no consent.',
]);
export const remarksFull = problem('remarks-full', 409, ['意见已满一百条。', 'There are a hundred remarks already.']);
