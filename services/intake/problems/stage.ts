import { problem } from '#shared/problem';

/** Nobody has planned the stage of the project, or not with this set. */
export const stageNotPlanned = problem('stage-not-planned', 409, [
  '该项目的此阶段尚未安排并联审批，请先由代办员或者项目管理部门安排。',
  'This stage of the project was not planned: it is planned first, where the project is kept.',
]);

/** An item of the plan cannot be applied for here, or not together with the others. */
export const stageNotOffered = problem('stage-not-offered', 409, [
  '该阶段有事项不能在本级一并申请，请按提示调整阶段安排。',
  'Some items of this stage cannot be applied for here together: plan it anew; see errors.',
]);

export const stageHasBundle = problem('stage-has-bundle', 409, [
  '该阶段本轮已有一件并联审批申请，不能重复申请。',
  'This round of the stage has its bundle already; see errors.',
]);

export const notTheInvestor = problem('not-the-investor', 403, [
  '并联审批应当以项目的建设单位名义申请。',
  'A stage is applied for in the name of the party that builds (建设单位).',
]);
