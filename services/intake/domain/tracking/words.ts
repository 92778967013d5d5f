import type { Application, ApplicationState, FollowKind, Outcome, Ruling } from '../case/application.ts';
import { kindUpon } from '../case/follows.ts';
import type { FollowAct } from '../case/follow-up.ts';
import type { Act } from '../case/graph.ts';

/** A thing said in both languages. */
export type Saying = Record<'zh' | 'en', string>;

/** What the holder of a receipt reads of an act. An act without words is the office's own affair and is not shown. */
export const actWords: Partial<Record<Act | FollowAct, Saying>> = {
  correct: { zh: '已收到更正申请', en: 'A correction was asked for' },
  revoke: { zh: '已启动撤销程序', en: 'The office looks into revoking what it granted' },
  sanction: { zh: '已启动证照处置程序', en: 'The office looks into suspending, resuming or forfeiting a licence' },
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

/** What a case upon one that has ended is. */
export const followWords: Record<FollowKind, Saying> = {
  correct: { zh: '对已办结办件的更正', en: 'A correction of a case that was decided' },
  revoke: { zh: '对已准予许可的撤销', en: 'The revocation of what was granted' },
  review: { zh: '对已办结办件的复议', en: 'The review of a case that was decided' },
  sanction: { zh: '对证照的处置', en: 'What is to become of a licence' },
  forward: { zh: '由其他部门转来的办件', en: 'A case that another office has passed on' },
  anew: { zh: '原决定被撤销后重新作出决定', en: 'Decided anew, as a review annulled the decision' },
};

const rulingWords: Record<Ruling, Saying> = {
  upheld: { zh: '维持原决定', en: 'The decision stands' },
  changed: { zh: '变更原决定', en: 'The decision is changed' },
  annulled: { zh: '撤销原决定', en: 'The decision is annulled' },
};
/** How a case upon another ended, for what it is about: to grant a revocation gives nobody anything. */
const uponWords: Record<'correct' | 'revoke' | 'sanction', Partial<Record<Outcome, Saying>>> = {
  correct: {
    granted: { zh: '已更正原决定', en: 'The decision is corrected' },
    refused: { zh: '不予更正，原决定不变', en: 'Not corrected: the decision stands as it is' },
  },
  revoke: {
    granted: { zh: '撤销原许可', en: 'What was granted is revoked' },
    refused: { zh: '不予撤销，原许可有效', en: 'Not revoked: what was granted holds' },
  },
  sanction: {
    granted: { zh: '已作出证照处置决定', en: 'It is decided what becomes of the licence' },
    refused: { zh: '不予处置，证照效力不变', en: 'The licence stands as it did' },
  },
};

/** How a case ended, in words of its own. */
export function outcomeSaid({
  outcome,
  follows,
  decision,
}: Pick<Application, 'outcome' | 'follows' | 'decision'>): Saying | undefined {
  const as = kindUpon(follows);
  if (!outcome) return undefined;
  const decided = outcome === 'granted' || outcome === 'refused';
  if (as === 'review' && decided) return rulingWords[decision?.ruling ?? 'upheld'];
  return (as && as !== 'review' ? uponWords[as][outcome] : undefined) ?? outcomeWords[outcome];
}

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
