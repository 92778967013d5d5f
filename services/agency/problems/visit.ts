import { problem } from '#shared/problem';

export const visitMoved = problem('visit-moved', 409, [
  '联合验收当前的状态不允许此操作。',
  'The joint inspection is in a state in which this cannot be done.',
]);
export const noVisitPlan = problem('no-visit-plan', 409, [
  '该类项目没有联合验收。',
  'Projects of this kind have no joint inspection.',
]);
export const notUnderConstruction = problem('not-under-construction', 409, [
  '项目不在建设中，不能申请联合验收。',
  'The project is not under construction: there is nothing to inspect.',
]);
export const visitUnderWay = problem('visit-under-way', 409, [
  '本项目的联合验收正在办理。',
  'A joint inspection of this project is under way already.',
]);
export const dayUnfit = problem('day-unfit', 409, [
  '日期应当在今天之后；现场验收还应当在工作日，且该年度日历已经公布。',
  'The day must lie after today; for a visit it must be a working day of a year that is published.',
]);
export const tooEarly = problem('too-early', 409, ['尚未到现场验收的日期。', 'The day of the visit has not come.']);
export const notParticipant = problem('not-participant', 409, [
  '该部门或者事项不在本次联合验收之内。',
  'This department or item takes no part in the inspection.',
]);
export const didNotCome = problem('did-not-come', 409, [
  '未到现场的部门只能就书面材料提出问题，不另行组织现场验收。',
  'Who did not come to the visit can only find by documents: there is no second visit.',
]);
export const noSuchFinding = problem('no-such-finding', 409, [
  '没有这个问题，或者它不在此状态。',
  'There is no such finding, or it does not stand so.',
]);
export const findingsAwaited = problem('findings-awaited', 409, [
  '还有部门在期限内尚未提出验收情况。',
  'Departments have not said what they found, and their days are not over.',
]);
export const decisionAwaited = problem('decision-awaited', 409, [
  '还有部门未对其事项表态，沉默不视为同意。',
  'Departments have said nothing of their items; silence is no consent.',
]);
export const findingsFull = problem('findings-full', 409, ['问题已满六十个。', 'There are sixty findings already.']);
