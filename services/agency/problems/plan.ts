import { problem } from '#shared/problem';

export const noPlan = problem('no-plan', 409, [
  '该类项目尚无审批阶段方案。',
  'There is no stage plan for this kind of project.',
]);
export const calendarUnpublished = problem('calendar-unpublished', 409, [
  '计划跨入的年份尚未公布放假安排，无法计算工作日。',
  'The plan runs into a year whose working days are not published; see year.',
]);
export const factUnfit = problem('fact-unfit', 400, [
  '该类项目的阶段方案没有此项事实，或者其值不合要求。',
  'The plan of this kind of project has no such fact, or not with this value.',
]);
