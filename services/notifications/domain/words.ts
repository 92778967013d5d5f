import type { Message } from './messages.ts';
import { helpWords } from './help-words.ts';
import { jointWords } from './joint-words.ts';
import { moneyWords } from './money-words.ts';
import { ownWords } from './own-words.ts';
import { stageWords } from './stage-words.ts';

/** What the inbox says, in both languages. No name of a person and no text that somebody wrote stands in a line. */
export const words: Record<Message, { zh: string; en: string }> = {
  ...moneyWords,
  ...ownWords,
  ...helpWords,
  ...jointWords,
  ...stageWords,
  submitted: { zh: '您的申请已提交，等待受理。', en: 'Your application has been handed in and waits for acceptance.' },
  correcting: {
    zh: '您的申请需要补正，请在期限内按通知一次补齐。',
    en: 'Your application must be corrected: the notice names all that is missing, and until when.',
  },
  resubmitted: { zh: '已收到您补正的内容。', en: 'What you corrected has been received.' },
  'refusal-proposed': {
    zh: '窗口建议不予受理，正由部门负责人审核。',
    en: 'The window has proposed not to accept your application; the head of the department looks into it.',
  },
  accepted: { zh: '您的申请已受理。', en: 'Your application has been accepted.' },
  'accepted-silently': {
    zh: '逾期未告知，您的申请自收到之日起视为受理。',
    en: 'The office was silent for five working days: your application counts as accepted from the day of its receipt.',
  },
  resumed: { zh: '办理时限已恢复计算。', en: 'The limit of your application runs again.' },
  extended: {
    zh: '办理期限已延长，理由见办件详情。',
    en: 'The limit has been extended; the reason stands in the case.',
  },
  recounted: {
    zh: '办理期限已按公布的节假日安排重新计算。',
    en: 'The limit has been counted anew by the published calendar of working days.',
  },
  suspended: {
    zh: '已启动特别程序，所需时间不计入办理时限。',
    en: 'A special procedure has begun; its time is not counted.',
  },
  supplementing: {
    zh: '审查中发现需要补充的内容，请按通知提交。',
    en: 'The review needs something more from you: see the notice.',
  },
  'not-accepted': {
    zh: '您的申请不予受理，理由见办件详情。',
    en: 'Your application was not accepted. The reasons stand in the case.',
  },
  returned: {
    zh: '您的申请不属于本部门，应到哪里办理见办件详情。',
    en: 'Your application is another office’s; the case says whose.',
  },
  'no-correction': { zh: '逾期未补正，办件已终结。', en: 'Nothing was corrected in time: the case has ended.' },
  void: { zh: '办件已作废，理由见办件详情。', en: 'The case was made void; the reason stands in it.' },
  forwarded: { zh: '您的申请已转报有权机关。', en: 'Your application was passed on to the office that decides it.' },
  granted: { zh: '您的申请已办结：准予。', en: 'Your application has been decided: granted.' },
  refused: {
    zh: '您的申请已办结：不予许可，理由见办件详情。',
    en: 'Your application has been decided: refused. The reasons stand in the case.',
  },
  withdrawn: { zh: '您的申请已撤回。', en: 'Your application has been withdrawn.' },
  'correct-opened': { zh: '已收到更正申请。', en: 'A correction of a decision was asked for.' },
  'correct-granted': { zh: '更正申请已办结：予以更正。', en: 'The decision has been corrected.' },
  'correct-refused': {
    zh: '更正申请已办结：不予更正，理由见办件详情。',
    en: 'The decision was not corrected. The reasons stand in the case.',
  },
  'revoke-opened': {
    zh: '机关已启动撤销程序，您可以陈述、申辩，理由见办件详情。',
    en: 'The office looks into revoking what it granted you: the case says why, and you may be heard.',
  },
  'revoke-accepted': { zh: '撤销程序已立案。', en: 'The office has begun to decide on the revocation.' },
  'revoke-granted': {
    zh: '原准予决定已被撤销，理由见办件详情，您可以申请复议。',
    en: 'What was granted to you has been revoked. The reasons stand in the case; you may ask for a review.',
  },
  'revoke-refused': { zh: '撤销程序已终结：不予撤销。', en: 'What was granted to you stands: it was not revoked.' },
  'sanction-opened': {
    zh: '机关已对您的证照启动处置程序，您可以陈述、申辩，拟吊销的可以要求听证，理由见办件详情。',
    en: 'The office looks into your licence: the case says why. You may be heard, and ask for a hearing before it is forfeited.',
  },
  'sanction-accepted': {
    zh: '证照处置程序已立案。',
    en: 'The office has begun to decide what becomes of your licence.',
  },
  'sanction-refused': {
    zh: '证照处置程序已终结：不予处置。',
    en: 'Nothing becomes of your licence: it stands as it did.',
  },
  'sanction-suspend': {
    zh: '您的证照已被暂扣，理由见办件详情，您可以申请复议。',
    en: 'Your licence is suspended. The reasons stand in the case; you may ask for a review.',
  },
  'sanction-resume': { zh: '您的证照已恢复效力。', en: 'Your licence holds again.' },
  'sanction-forfeit': {
    zh: '您的证照已被吊销，理由见办件详情，您可以申请复议。',
    en: 'Your licence is forfeited. The reasons stand in the case; you may ask for a review.',
  },
  'review-opened': { zh: '已收到复议申请。', en: 'A review of a decision was asked for.' },
  'review-granted': {
    zh: '复议已办结：支持您的申请，见办件详情。',
    en: 'The review is in your favour: see the case.',
  },
  'review-refused': {
    zh: '复议已办结：维持原决定，理由见办件详情。',
    en: 'The review upholds the decision. The reasons stand in the case.',
  },
  'review-annulled': {
    zh: '复议已办结：原决定被撤销，见办件详情。',
    en: 'The review has annulled the decision: see the case.',
  },
  'review-changed': {
    zh: '复议已办结：原决定已变更，见办件详情。',
    en: 'The review has changed the decision: see the case.',
  },
  'anew-opened': {
    zh: '原决定已被撤销，原机关将重新作出决定，您无需重新申请。',
    en: 'The office decides your application anew; you need not apply again.',
  },
  'result-ready': {
    zh: '您的办理结果可以领取，方式和地点见办件详情。',
    en: 'Your result can be had; the case says how and where.',
  },
  'result-sent': {
    zh: '您的办理结果已寄出，运单号见办件详情。',
    en: 'Your result is on its way; the case has its tracking number.',
  },
  'result-returned': {
    zh: '您的办理结果未能投递，请确认地址或改选领取方式。',
    en: 'Your result could not be delivered by post: confirm the address or choose another way.',
  },
  'result-delivered': { zh: '您的办理结果已送达。', en: 'Your result has been delivered.' },
  'objection-corrected': {
    zh: '您对公示信息的异议成立，已更正。',
    en: 'Your objection was upheld: the published entry was corrected.',
  },
  'objection-withdrawn': {
    zh: '您对公示信息的异议成立，已撤下。',
    en: 'Your objection was upheld: the entry was taken out of the public list.',
  },
  'objection-rejected': {
    zh: '您对公示信息的异议不成立，理由见答复。',
    en: 'Your objection was not upheld; the answer says why.',
  },
  'draft-withdrawn': { zh: '您的草稿已撤回。', en: 'Your draft has been withdrawn.' },
  'bundle-submitted': {
    zh: '您的一件事已提交，各事项将依次办理。',
    en: 'Your bundle has been handed in; its items are taken up in their order.',
  },
  'bundle-to-complete': {
    zh: '一件事中有一个事项需要您补充填写后提交。',
    en: 'An item of your bundle waits for you: complete its draft and hand it in.',
  },
  'bundle-dropped': {
    zh: '前置事项未获准予或已撤回，一件事中的后续事项不再办理，详情见一件事。',
    en: 'An item was not granted, or was withdrawn, so that those of your bundle which need it are not taken up; the bundle says which.',
  },
  'bundle-done': {
    zh: '您的一件事各事项均已结束，结果见各办件。',
    en: 'All items of your bundle have ended; see each case.',
  },
  'bundle-incomplete': {
    zh: '您的一件事已结束：前置事项未获准予或已撤回，部分事项未予办理，详情见一件事。',
    en: 'Your bundle has ended without all of its items: one was not granted, or was withdrawn, and those that need it were not taken up; the bundle says which.',
  },
};
