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

export const stagePlannedAnew = problem('stage-planned-anew', 409, [
  '该阶段的安排已变更，请转入新的安排后再提交；已另开一轮的，请放弃本申请重新办理。',
  'The stage was planned anew: move the draft to the plan of now, or give it up where that is another round.',
]);

/** What an act waits for, each by its part. */
export const stageUnanswered = problem('stage-unanswered', 409, [
  '尚有部门未答复材料是否齐全，请待全部答复或者期限届满后再办理。',
  'Some departments have not said yet whether all is there: wait for them, or for the end of their time; see errors.',
]);

export const nothingLacking = problem('nothing-lacking', 409, [
  '各部门均答复材料齐全，无需告知补正，请直接受理。',
  'No department lacks anything: there is nothing to tell, so accept it.',
]);

export const noticeGiven = problem('notice-given', 409, [
  '该阶段已一次性告知补正，不得再次告知。',
  'The applicant was told once of all that is lacking: there is no second notice.',
]);

export const noticeFirst = problem('notice-first', 409, [
  '有部门答复材料不齐，请先一次性告知申请人补正。',
  'Something is lacking: tell the applicant of all of it first; see errors.',
]);

export const stageCasesWait = problem('stage-cases-wait', 409, [
  '尚有办件未具备受理条件，请待补正、确认或者审批完成后再受理。',
  'Some cases cannot be accepted yet: they wait for the applicant, for a document or for a head; see errors.',
]);
