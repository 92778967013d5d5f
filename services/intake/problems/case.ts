import { problem, type Problem } from '#shared/problem';
import type { CaseRefusal } from '../domain/case/change.ts';

/** Refusals about a case: what the domain says by code, and what its form and its reader may hear. */
export const caseProblems: Record<
  CaseRefusal | 'deadline-passed' | 'numbers-used-up' | 'form-invalid' | 'unmasked-not-needed',
  Problem
> = {
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
  'not-asked': problem('not-asked', 400, [
    '只需提交补正通知要求的内容。',
    'Only what the notice asks for may be sent in.',
  ]),
  'not-answered': problem('not-answered', 400, [
    '通知指出的每一项都要更正或者说明。',
    'Everything that the notice names must be changed or answered.',
  ]),
  'not-a-duplicate': problem('not-a-duplicate', 400, [
    '该办件不是同一申请人就同一事项提出的另一有效办件。',
    'This is not another valid case of the same party for the same item.',
  ]),
  'void-not-proposed': problem('void-not-proposed', 409, [
    '已受理的办件须由另一人以同一理由提议作废后，负责人才能作废。',
    'An accepted case is made void only as another person has proposed, on the same ground.',
  ]),
  'third-notice': problem('third-notice', 403, [
    '已两次告知补正，再次告知须由部门负责人作出。',
    'The applicant was told twice what to correct: a further notice is the head’s to give.',
  ]),
  'not-another-office': problem('not-another-office', 400, [
    '本部门的事项不得指路到本部门。',
    'This is the office whose case it is: the way is shown to another.',
  ]),
  'notice-too-long': problem('notice-too-long', 413, [
    '一份告知的文字合计不得超过 12000 字。',
    'The texts of one notice have at most 12,000 characters together.',
  ]),
  'record-full': problem('record-full', 409, [
    '本办件的记录已满，不能再增加内容；仍可办结或者撤回。',
    'The record of this case is full: nothing more can be added, but it can still be decided or withdrawn.',
  ]),
  'task-taken': problem('task-taken', 409, ['该任务已由他人认领。', 'Somebody else has taken this task.']),
  'task-closed': problem('task-closed', 409, ['没有这个待办任务。', 'There is no such open task.']),
  'not-your-task': problem('not-your-task', 403, ['该任务不在您手中。', 'This task is not in your hands.']),
  'not-a-colleague': problem('not-a-colleague', 409, [
    '该部门近期没有这名工作人员。',
    'Nobody of that name was at work in this department of late.',
  ]),
  'same-person': problem('same-person', 403, ['提出人与审批人不得为同一人。', 'Another person must approve this.']),
  'tolerance-open': problem('tolerance-open', 409, [
    '容缺材料尚未补齐，不能准予。',
    'What was to follow has not come: it cannot be granted yet.',
  ]),
  'not-deferrable': problem('not-deferrable', 400, [
    '只有可容缺的材料可以后补，且不得超过承诺时限。',
    'Only deferrable materials may follow, and no later than the promised limit.',
  ]),
  'record-unrepaired': problem('record-unrepaired', 409, [
    '有未修复的失信记录，不适用告知承诺和容缺受理。',
    'A promise was not kept and not repaired: until then no promise is taken in place of a proof.',
  ]),
  'not-on-list': problem('not-on-list', 400, [
    '不得要求提供事项清单以外的材料。',
    'Nothing may be demanded that is not in the item’s list.',
  ]),
  'filing-not-refused': problem('filing-not-refused', 409, [
    '备案材料齐全即完成备案，不作不予许可决定。',
    'A filing is complete when all information is received: it is not refused.',
  ]),
  'no-licence-asked': problem('no-licence-asked', 400, [
    '新办申请不涉及已有证照。',
    'A first application is about no licence that there is.',
  ]),
  'not-a-special-procedure': problem('not-a-special-procedure', 400, [
    '该事项没有这种特别程序。',
    'The item provides for no such procedure.',
  ]),
  'extension-too-long': problem('extension-too-long', 400, [
    '延长期限超过法定上限（行政许可法第四十二条）。',
    'The extension is longer than the law allows (Administrative Licensing Law, art. 42).',
  ]),
  'extension-too-late': problem('extension-too-late', 409, [
    '期限已经届满，不得延长：延长须在期限内批准（行政许可法第四十二条）。',
    'The limit has passed: an extension is approved within it (Administrative Licensing Law, art. 42).',
  ]),
  'no-reasons': problem('no-reasons', 400, ['应当说明理由。', 'Reasons must be given.']),
  'not-first': problem('not-first', 409, [
    '有数量限制的许可按受理先后办理，前面还有办件。',
    'Items limited in number are decided in order of acceptance; an earlier case is open.',
  ]),
  'quota-used': problem('quota-used', 409, ['本期数量已用完。', 'This period’s number is used up.']),
  'earlier-part-gone': problem('earlier-part-gone', 409, [
    '所依据的在先事项已被撤销：请不予许可，或者说明仍可准予的理由。',
    'An earlier part was taken back: refuse, or say why it is granted all the same (`despite`).',
  ]),
  'decision-gone': problem('decision-gone', 409, [
    '原决定已被撤销，不能再更正或者变更。',
    'The decision was taken back: there is nothing left to correct or change.',
  ]),
  'fee-due': problem('fee-due', 409, ['费用尚未缴清。', 'A fee is still due.']),
  'party-not-named': problem('party-not-named', 400, [
    '准予本事项时应写明所设立主体（或者新生儿）的证件号码。',
    'A grant of this item creates a party: name its document.',
  ]),
  'opinion-disagrees': problem('opinion-disagrees', 409, [
    '有会审部门不同意：请不予许可，或者书面说明不采纳其意见的理由。',
    'A department disagrees: refuse, or say in writing (`against`) why you do not follow it.',
  ]),
  'nobody-disagrees': problem('nobody-disagrees', 409, [
    '没有被否定的会审意见，无须说明不采纳的理由。',
    'This goes against no opinion: there is nothing to give reasons for.',
  ]),
  'ruling-missing': problem('ruling-missing', 400, [
    '复议决定应写明维持（不予支持）、变更或者撤销（予以支持），并与办结类型一致。',
    'A review upholds (refused), changes or annuls (granted): say which in `ruling`.',
  ]),
  'not-a-review': problem('not-a-review', 400, [
    '只有复议决定可以维持、变更或者撤销。',
    'Only a review upholds, changes or annuls a decision.',
  ]),
  'materials-waiting': problem('materials-waiting', 409, [
    '申请人提交的材料正在核对，请稍后再办。',
    'Documents that the applicant gave are not confirmed yet: wait for the library, or look at the originals.',
  ]),
  'basis-changed': problem('basis-changed', 409, [
    '本办件依据的材料已失效，请先说明是否仍可作为依据，或者由申请人另行提交。',
    'A document that this case rests on is not in force any more: say why it may all the same, or have another given.',
  ]),
  'creates-no-party': problem('creates-no-party', 400, ['本事项不产生新的主体。', 'This item creates no party.']),
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
};
