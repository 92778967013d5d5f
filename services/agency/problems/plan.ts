import { problem } from '#shared/problem';

export const noPlan = problem('no-plan', 409, [
  '该类项目尚无审批阶段方案。',
  'There is no stage plan for this kind of project.',
]);
export const factUnfit = problem('fact-unfit', 400, [
  '该类项目的阶段方案没有此项事实，或者其值不合要求。',
  'The plan of this kind of project has no such fact, or not with this value.',
]);
