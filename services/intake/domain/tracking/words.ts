import type { ApplicationState, Outcome } from '../case/application.ts';
import type { FollowAct } from '../case/follow-up.ts';
import type { Act } from '../case/graph.ts';

/** A thing said in both languages. */
export type Saying = Record<'zh' | 'en', string>;

/** What the holder of a receipt reads of an act. An act without words is the office's own affair and is not shown. */
export const actWords: Partial<Record<Act | FollowAct, Saying>> = {
  correct: { zh: '已收到更正申请', en: 'A correction was asked for' },
  revoke: { zh: '已启动撤销程序', en: 'The office looks into revoking what it granted' },
  review: { zh: '已收到复议申请', en: 'A review was asked for' },
  submit: { zh: '已收到申请材料', en: 'The application was received' },
  accept: { zh: '已受理', en: 'The application was accepted' },
  'accept-silently': {
    zh: '逾期未告知，自收到之日起视为受理',
    en: 'The office was silent: accepted as of its receipt',
  },
  'request-correction': { zh: '已一次性告知需要补正的内容', en: 'The applicant was told what must be corrected' },
  'extend-correction': { zh: '补正期限已延长', en: 'The time to correct was extended' },
  resubmit: { zh: '已收到补正内容', en: 'What was corrected was received' },
  'close-uncorrected': { zh: '逾期未补正，办件终结', en: 'Nothing was corrected in time' },
  'approve-refusal': { zh: '不予受理', en: 'The application was not accepted' },
  'signpost-agreed': { zh: '经申请人同意，已告知应向何处申请', en: 'The applicant agreed to go to the right office' },
  'give-opinion': { zh: '一个审查环节已完成', en: 'One step of the review is done' },
  'settle-tolerance': { zh: '容缺材料已补齐', en: 'What was to follow has come' },
  suspend: { zh: '特别程序开始，所需时间不计入期限', en: 'A special procedure began; its time is not counted' },
  resume: { zh: '特别程序结束，期限恢复计算', en: 'The special procedure is over; the limit runs again' },
  'request-supplement': { zh: '审查中需要申请人补充内容', en: 'The review needs something more from the applicant' },
  'lapse-supplement': { zh: '补充期限已过，继续审查', en: 'The time to add something has passed; the review goes on' },
  extend: { zh: '经批准延长办理期限', en: 'The limit was extended' },
  decide: { zh: '已作出决定', en: 'The case was decided' },
  'renew-silently': { zh: '逾期未作决定，视为准予延续', en: 'Undecided when the licence ended: it counts as renewed' },
  forward: { zh: '已转报有权机关', en: 'The case was passed on to the office that decides it' },
  void: { zh: '办件作废', en: 'The case was made void' },
  withdraw: { zh: '申请人已撤回', en: 'The applicant has withdrawn' },
};

/** What approves a proposal says what was proposed. */
export const wayShown: Saying = {
  zh: '不属于本部门职权，已告知应向何处申请',
  en: 'The applicant was shown the way to the right office',
};

export const stateWords: Record<Exclude<ApplicationState, 'draft'>, Saying> = {
  submitted: { zh: '已收件，待受理', en: 'Received, to be accepted' },
  correcting: { zh: '待申请人补正', en: 'Waits for the applicant to correct it' },
  'refusal-proposed': { zh: '待负责人审核', en: 'A head looks into it' },
  accepted: { zh: '办理中', en: 'In review' },
  suspended: { zh: '特别程序中', en: 'In a special procedure' },
  supplementing: { zh: '待申请人补充', en: 'Waits for something more from the applicant' },
  decided: { zh: '已办结', en: 'Decided' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const outcomeWords: Record<Outcome, Saying> = {
  granted: { zh: '准予', en: 'Granted' },
  refused: { zh: '不予许可', en: 'Refused' },
  'not-accepted': { zh: '不予受理', en: 'Not accepted' },
  returned: { zh: '退件', en: 'Returned' },
  withdrawn: { zh: '申请人撤回', en: 'Withdrawn' },
  'no-correction': { zh: '补正不来', en: 'Never corrected' },
  void: { zh: '作废', en: 'Void' },
  forwarded: { zh: '转报', en: 'Passed on' },
};
