import { problem, type Problem } from '#shared/problem';
import type { CaseRefusal } from '../domain/case/change.ts';
import type { caseProblems } from './case.ts';

/** Refusals of what was to be done, by what the domain says of the case: their words are loaded with the first of them. */
export const decidedProblems: Record<Exclude<CaseRefusal, keyof typeof caseProblems>, Problem> = {
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
  'not-another-office': problem('not-another-office', 400, [
    '本部门的事项不得指路到本部门。',
    'This is the office whose case it is: the way is shown to another.',
  ]),
  'notice-too-long': problem('notice-too-long', 413, [
    '一份告知的文字合计不得超过 12000 字。',
    'The texts of one notice have at most 12,000 characters together.',
  ]),
  'task-taken': problem('task-taken', 409, ['该任务已由他人认领。', 'Somebody else has taken this task.']),
  'task-closed': problem('task-closed', 409, ['没有这个待办任务。', 'There is no such open task.']),
  'not-your-task': problem('not-your-task', 403, ['该任务不在您手中。', 'This task is not in your hands.']),
  'not-a-colleague': problem('not-a-colleague', 409, [
    '该部门近期没有这名工作人员。',
    'Nobody of that name was at work in this department of late.',
  ]),
  'tolerance-open': problem('tolerance-open', 409, [
    '容缺材料尚未补齐，不能准予。',
    'What was to follow has not come: it cannot be granted yet.',
  ]),
  'not-deferrable': problem('not-deferrable', 400, [
    '只有可容缺的材料可以后补。',
    'Only deferrable materials may follow.',
  ]),
  'tolerance-too-long': problem('tolerance-too-long', 400, [
    '补交期限不得晚于承诺时限。',
    'It must come by the end of the promise.',
  ]),
  'not-come': problem('not-come', 409, [
    '请逐份写明已核对的文件或者原件。',
    'Name for each a confirmed document or the originals seen.',
  ]),
  'filing-not-refused': problem('filing-not-refused', 409, [
    '备案材料齐全即完成备案，不作不予许可决定。',
    'A filing is complete when all information is received: it is not refused.',
  ]),
  'no-licence-asked': problem('no-licence-asked', 400, [
    '新办申请不涉及已有证照。',
    'A first application is about no licence that there is.',
  ]),
  'licence-unclear': problem('licence-unclear', 409, [
    '请在 licenceId 中指明是哪一个证照。',
    'Say in `licenceId` which licence is meant.',
  ]),
  'licence-unknown': problem('licence-unknown', 409, ['没有颁发过这一证照。', 'No such licence was granted.']),
  'not-a-special-procedure': problem('not-a-special-procedure', 400, [
    '该事项没有这种特别程序。',
    'The item provides for no such procedure.',
  ]),
  'extension-too-long': problem('extension-too-long', 400, [
    '延长期限超过该事项的法定上限（一般为行政许可法第四十二条规定的期限）。',
    'The extension is longer than the law of the item allows (as a rule Administrative Licensing Law, art. 42).',
  ]),
  'extension-too-late': problem('extension-too-late', 409, [
    '期限已经届满，不得延长：延长须在期限内批准（行政许可法第四十二条）。',
    'The limit has passed: an extension is approved within it (Administrative Licensing Law, art. 42).',
  ]),
  'not-first': problem('not-first', 409, [
    '有数量限制的许可按受理先后办理，前面还有办件。',
    'Items limited in number are decided in order of acceptance; an earlier case is open.',
  ]),
  'quota-used': problem('quota-used', 409, ['本期数量已用完。', 'This period’s number is used up.']),
  'earlier-part-gone': problem('earlier-part-gone', 409, [
    '所依据的在先事项已被撤销：请不予许可，或者说明仍可准予的理由。',
    'An earlier part was taken back: refuse, or say why it is granted all the same (`despite`).',
  ]),
  'fee-due': problem('fee-due', 409, ['费用尚未缴清。', 'A fee is still due.']),
  'fee-not-assessed': problem('fee-not-assessed', 409, [
    '收费项目尚未核定：请先核定数量，不收取的填零。',
    'A fee is not assessed yet: assess its quantity, or zero where nothing is owed.',
  ]),
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
  'deception-not-here': problem('deception-not-here', 400, [
    '只有不予许可（不予办理）的决定可以认定隐瞒情况或者提供虚假材料；以欺骗取得许可的，另行撤销。',
    'Only the refusal of an application finds that something was hidden or false; what was granted so is revoked.',
  ]),
  'deception-alone': problem('deception-alone', 409, [
    '认定隐瞒情况或者提供虚假材料，须另一人先在审查中出具不同意的意见；尚未受理的，提出不予受理。',
    'Another person has to give an opinion against it first; before acceptance, propose a refusal.',
  ]),
  'materials-waiting': problem('materials-waiting', 409, [
    '申请人提交的材料正在核对，请稍后再办。',
    'Documents that the applicant gave are not confirmed yet: wait for the library, or look at the originals.',
  ]),
  'basis-changed': problem('basis-changed', 409, [
    '本办件依据的材料已失效，请先说明是否仍可作为依据，或者由申请人另行提交。',
    'A document that this case rests on is not in force any more: say why it may all the same, or have another given.',
  ]),
  'sharing-unknown': problem('sharing-unknown', 409, [
    '本办件须由共享取得的材料尚无结果：请等待提供部门答复，或者说明已如何核实；申请人无需提交。',
    'What sharing has to provide for this case is not known yet: wait for the answer, or say how the office knows; the applicant is not asked for it.',
  ]),
  'creates-no-party': problem('creates-no-party', 400, ['本事项不产生新的主体。', 'This item creates no party.']),
};
