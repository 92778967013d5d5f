import { problem, type Problem } from '#shared/problem';
import type { NotNow } from '../domain/case/graph.ts';

/** Refusals that every start may need: the act is not this one's, or not now, or the form is not right. */
export const caseProblems = {
  'wrong-state': problem('wrong-state', 409, [
    '办件当前状态不允许此操作。',
    'The case is not in a state that allows this act.',
  ]),
  'own-case': problem('own-case', 403, ['不得办理本人的申请。', 'Nobody may handle his own case.']),
  'own-notice': problem('own-notice', 403, [
    '提出补正要求的人不得代为答复。',
    'Who asked for the correction may not write its answer.',
  ]),
  'not-to-forward': problem('not-to-forward', 409, [
    '更正、撤销、复议案件不得转报，由受理的机关作出决定。',
    'A correction, a revocation or a review is not passed on: the office that has it decides it.',
  ]),
  recused: problem('recused', 403, [
    '已回避本办件，不得再办理。',
    'Who has stepped back from a case does no more of it.',
  ]),
  'not-your-department': problem('not-your-department', 403, [
    '该环节不属于您的部门。',
    'This step is another department’s.',
  ]),
  'deadline-passed': problem('deadline-passed', 409, ['期限已过。', 'The time for this has passed.']),
  'void-not-proposed': problem('void-not-proposed', 409, [
    '已受理的办件须由另一人以同一理由提议作废后，负责人才能作废。',
    'An accepted case is made void only as another person has proposed, on the same ground.',
  ]),
  'stage-not-accepted': problem('stage-not-accepted', 409, [
    '本办件属于并联审批，须由牵头部门统一告知、统一受理。',
    'The case is part of a stage: its lead department tells what is lacking and accepts all of it at once; see errors.',
  ]),
  'third-notice': problem('third-notice', 403, [
    '已两次告知补正，再次告知须由部门负责人作出。',
    'The applicant was told twice what to correct: a further notice is the head’s to give.',
  ]),
  'record-full': problem('record-full', 409, [
    '本办件的记录已满，不能再增加内容；仍可办结或者撤回。',
    'The record of this case is full: nothing more can be added, but it can still be decided or withdrawn.',
  ]),
  'same-person': problem('same-person', 403, ['提出人与审批人不得为同一人。', 'Another person must approve this.']),
  'record-unrepaired': problem('record-unrepaired', 409, [
    '有未修复的失信记录，不适用告知承诺和容缺受理。',
    'A promise was not kept and not repaired: until then no promise is taken in place of a proof.',
  ]),
  'not-on-list': problem('not-on-list', 400, [
    '不得要求提供事项清单以外的材料。',
    'Nothing may be demanded that is not in the item’s list.',
  ]),
  'decision-gone': problem('decision-gone', 409, [
    '原决定已被撤销，不能再更正或者变更。',
    'The decision was taken back: there is nothing left to correct or change.',
  ]),
  'no-reasons': problem('no-reasons', 400, ['应当说明理由。', 'Reasons must be given.']),
  'numbers-used-up': problem('numbers-used-up', 409, [
    '该事项今日的办件编号已用完，请明日再提交。',
    'The case numbers of this item are used up for today: hand it in tomorrow.',
  ]),
  'form-invalid': problem('form-invalid', 400, [
    '申请表填写有误，请按提示修改。',
    'The form does not fit the item; see errors.',
  ]),
  'unmasked-not-needed': problem('unmasked-not-needed', 403, [
    '您的岗位无需查看未脱敏信息。',
    'Your post does not need personal data unmasked.',
  ]),
} satisfies Record<NotNow, Problem> & Record<string, Problem>;
