import { problem, type Problem } from '#shared/problem';
import type { CaseRefusal } from './domain/case/change.ts';

/** Refusals of intake's own. */
export const intakeProblems = {
  wrongState: problem('wrong-state', 409, [
    '办件当前状态不允许此操作。',
    'The case is not in a state that allows this act.',
  ]),
  formInvalid: problem('form-invalid', 400, [
    '申请表填写有误，请按提示修改。',
    'The form does not fit the item; see errors.',
  ]),
  catalogueInvalid: problem('catalogue-invalid', 400, [
    '事项目录有误，未作任何更改。',
    'The catalogue has faults; nothing was changed.',
  ]),
  calendarOfCity: problem('calendar-of-city', 403, [
    '工作日历由市级统一公布，请在市级办理。',
    'The city publishes the calendar for every set: ask there.',
  ]),
  calendarInvalid: problem('calendar-invalid', 400, [
    '工作日历有误，未作任何更改。',
    'The calendar has faults; nothing was changed.',
  ]),
  calendarNotPublished: problem('calendar-not-published', 404, [
    '该年度的放假安排尚未公布，据此计算的期限为暂定。',
    'The notice for this year is not published: limits that reach it are provisional.',
  ]),
  calendarNotProposed: problem('calendar-not-proposed', 409, [
    '没有待公布的工作日历。',
    'Nobody has proposed a calendar to publish.',
  ]),
  calendarSamePerson: problem('calendar-same-person', 403, [
    '提出人不得自行公布，须由另一人复核。',
    'Another person must publish what you have proposed.',
  ]),
  itemUnknown: problem('item-unknown', 404, ['没有这个事项。', 'There is no such item.']),
  itemNotOnline: problem('item-not-online', 409, [
    '该事项暂不支持在此提交申请。',
    'This item has no form yet: ask at the window.',
  ]),
  partyNotYours: problem('party-not-yours', 403, ['您无权代表该申请人。', 'You may not act for this applicant.']),
  unmaskedNotNeeded: problem('unmasked-not-needed', 403, [
    '您的岗位无需查看未脱敏信息。',
    'Your post does not need personal data unmasked.',
  ]),
  // Parties: who acts for whom, and which ids are one party's.
  noAuthority: problem('no-authority', 403, [
    '没有有效的代理权限，或该权限不属于您。',
    'There is no such authority in force, or it is not yours.',
  ]),
  authorityNotCovering: problem('authority-not-covering', 403, [
    '您的代理权限不包括该事项、阶段或办件。',
    'Your authority does not cover this item, stage or case.',
  ]),
  confirmDeath: problem('confirm-death', 409, [
    '登记信息显示被代理人可能已去世，请先到窗口确认代理权限；在此之前只能查看。',
    'A register says that the person may have died: the authority must be confirmed at a window first. Until then you may only read.',
  ]),
  confirmDeregistration: problem('confirm-deregistration', 409, [
    '登记信息显示该单位可能已注销，请先确认代理权限；在此之前只能查看。',
    'A register says that the organisation may be deregistered: the authority must be confirmed first. Until then you may only read.',
  ]),
  confirmRepresentative: problem('confirm-legal-representative', 409, [
    '登记信息显示法定代表人已变更，请由新任法定代表人确认代理权限；在此之前只能查看。',
    'A register says that the legal representative has changed: the new one must confirm the authority first. Until then you may only read.',
  ]),
  confirmAuthority: problem('confirm-authority', 409, [
    '代理权限需先确认；在此之前只能查看。',
    'The authority must be confirmed first. Until then you may only read.',
  ]),
  onlyInCity: problem('only-in-city', 409, [
    '当事人合并只能在市级办理，请向市级地址提交。',
    'Parties are merged in the city only: send this to the base of the city.',
  ]),
  mergeWrongState: problem('merge-wrong-state', 409, [
    '合并申请当前状态不允许此操作。',
    'The merge is not in a state that allows this act.',
  ]),
  ownProposal: problem('own-proposal', 403, [
    '提出人不得审核自己提出的合并。',
    'Who proposed a merge may not check it.',
  ]),
  ownParty: problem('own-party', 403, [
    '不得办理涉及本人或本人所代表单位的合并。',
    'Nobody may handle a merge that concerns himself.',
  ]),
  undoTooLate: problem('undo-too-late', 409, [
    '合并批准已超过三十日，不能撤销。',
    'The merge was approved more than 30 days ago and can no longer be undone.',
  ]),
  partyFull: problem('party-full', 409, ['一个当事人最多关联五个证件标识。', 'A party has at most five ids.']),
};

/** Why an act on a case was not done, by the code that the domain gives. */
export const caseProblems: Record<CaseRefusal, Problem> = {
  'wrong-state': intakeProblems.wrongState,
  'own-case': problem('own-case', 403, ['不得办理本人的申请。', 'Nobody may handle his own case.']),
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
  'task-taken': problem('task-taken', 409, ['该任务已由他人认领。', 'Somebody else has taken this task.']),
  'task-closed': problem('task-closed', 409, ['没有这个待办任务。', 'There is no such open task.']),
  'not-your-task': problem('not-your-task', 403, ['该任务不在您手中。', 'This task is not in your hands.']),
  'same-person': problem('same-person', 403, ['提出人与审批人不得为同一人。', 'Another person must approve this.']),
  'tolerance-open': problem('tolerance-open', 409, [
    '容缺材料尚未补齐，不能准予。',
    'What was to follow has not come: it cannot be granted yet.',
  ]),
  'not-deferrable': problem('not-deferrable', 400, [
    '只有可容缺的材料可以后补，且不得超过承诺时限。',
    'Only deferrable materials may follow, and no later than the promised limit.',
  ]),
  'not-on-list': problem('not-on-list', 400, [
    '不得要求提供事项清单以外的材料。',
    'Nothing may be demanded that is not in the item’s list.',
  ]),
  'not-a-special-procedure': problem('not-a-special-procedure', 400, [
    '该事项没有这种特别程序。',
    'The item provides for no such procedure.',
  ]),
  'extension-too-long': problem('extension-too-long', 400, [
    '延长期限超过法定上限（行政许可法第四十二条）。',
    'The extension is longer than the law allows (Administrative Licensing Law, art. 42).',
  ]),
  'no-reasons': problem('no-reasons', 400, ['应当说明理由。', 'Reasons must be given.']),
  'not-first': problem('not-first', 409, [
    '有数量限制的许可按受理先后办理，前面还有办件。',
    'Items limited in number are decided in order of acceptance; an earlier case is open.',
  ]),
  'quota-used': problem('quota-used', 409, ['本期数量已用完。', 'This period’s number is used up.']),
  'fee-due': problem('fee-due', 409, ['费用尚未缴清。', 'A fee is still due.']),
};

const { confirmDeath, confirmDeregistration, confirmRepresentative, confirmAuthority } = intakeProblems;
/** What stops one who stands in an applicant's place until it is confirmed. */
export const confirming = [confirmDeath, confirmDeregistration, confirmRepresentative, confirmAuthority];
