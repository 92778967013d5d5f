import { ofKind } from './about.ts';

const tell = ofKind('licence');

/** What is told of what follows a decision. Whoever's licence it is must be heard before (行政许可法 art. 7, 行政处罚法 arts 44, 63) and told after. */
export const aboutDecisions = {
  'correct-opened': tell('usual', '已收到更正申请', 'Correction asked'),
  'correct-granted': tell('statutory', '决定已更正', 'Decision corrected'),
  'correct-refused': tell('statutory', '不予更正', 'Not corrected'),
  'revoke-opened': tell('statutory', '已启动撤销程序', 'Revocation looked at'),
  'revoke-accepted': tell('statutory', '撤销程序已立案', 'Revocation begun'),
  'revoke-granted': tell('statutory', '原准予已被撤销', 'Revoked'),
  'revoke-refused': tell('statutory', '不予撤销', 'Not revoked'),
  'sanction-opened': tell('statutory', '证照处置程序启动', 'Licence looked into'),
  'sanction-accepted': tell('statutory', '证照处置已立案', 'Procedure begun'),
  'sanction-refused': tell('statutory', '证照不予处置', 'Licence stands'),
  'sanction-suspend': tell('statutory', '证照已被暂扣', 'Licence suspended'),
  'sanction-resume': tell('statutory', '证照已恢复效力', 'Licence holds again'),
  'sanction-forfeit': tell('statutory', '证照已被吊销', 'Licence forfeited'),
  'review-opened': tell('usual', '已收到复议申请', 'Review asked'),
  'review-granted': tell('statutory', '复议支持申请', 'Review: in favour'),
  'review-refused': tell('statutory', '复议维持原决定', 'Review: upheld'),
  'review-annulled': tell('statutory', '复议撤销原决定', 'Review: annulled'),
  'review-changed': tell('statutory', '复议变更原决定', 'Review: changed'),
  'objection-corrected': tell('usual', '异议成立：已更正', 'Objection: corrected'),
  'objection-withdrawn': tell('usual', '异议成立：已撤下', 'Objection: taken out'),
  'objection-rejected': tell('usual', '异议不成立', 'Objection not upheld'),
} as const;
