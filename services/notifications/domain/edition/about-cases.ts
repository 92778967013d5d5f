import { ofKind } from './about.ts';

const tell = ofKind('case');

/**
 * What is told of a case as it goes on. By law, with proof: acceptance, its refusal and what is to be corrected (行政许可法 art. 32), what
 * stops or prolongs the limit (arts 42, 45), the decision (arts 38, 44).
 */
export const aboutCases = {
  submitted: tell('usual', '申请已提交', 'Handed in'),
  correcting: tell('statutory', '申请需要补正', 'Correction needed'),
  resubmitted: tell('usual', '已收到补正内容', 'Correction received'),
  'refusal-proposed': tell('usual', '窗口建议不予受理', 'Refusal proposed'),
  accepted: tell('statutory', '申请已受理', 'Accepted'),
  'accepted-silently': tell('statutory', '申请视为已受理', 'Accepted by silence'),
  resumed: tell('usual', '时限恢复计算', 'Limit runs again'),
  extended: tell('statutory', '办理期限已延长', 'Limit extended'),
  recounted: tell('usual', '办理期限重新计算', 'Limit counted anew'),
  suspended: tell('statutory', '已启动特别程序', 'Special procedure'),
  supplementing: tell('statutory', '请补充材料', 'More is needed'),
  granted: tell('statutory', '办结：准予', 'Granted'),
  refused: tell('statutory', '办结：不予许可', 'Refused'),
  'not-accepted': tell('statutory', '申请不予受理', 'Not accepted'),
  returned: tell('statutory', '不属本部门职权', 'Another office’s'),
  'no-correction': tell('statutory', '逾期未补正已终结', 'Ended uncorrected'),
  void: tell('statutory', '办件已作废', 'Made void'),
  forwarded: tell('statutory', '申请已转报', 'Passed on'),
  withdrawn: tell('usual', '申请已撤回', 'Withdrawn'),
  'draft-withdrawn': tell('inbox', '草稿已撤回', 'Draft withdrawn'),
  'anew-opened': tell('statutory', '将重新作出决定', 'Decided anew'),
  'bundle-submitted': tell('usual', '一件事已提交', 'Bundle handed in'),
  'bundle-to-complete': tell('usual', '一件事待补充填写', 'Bundle: complete it'),
  'bundle-dropped': tell('usual', '部分事项不再办理', 'Some items dropped'),
  'bundle-done': tell('usual', '一件事已全部办结', 'Bundle has ended'),
  'bundle-incomplete': tell('usual', '一件事部分未办理', 'Bundle incomplete'),
  'result-ready': tell('usual', '办理结果可以领取', 'Result ready'),
  'result-sent': tell('usual', '办理结果已寄出', 'Result on its way'),
  'result-returned': tell('usual', '办理结果未能投递', 'Result not delivered'),
  'result-delivered': tell('usual', '办理结果已送达', 'Result delivered'),
} as const;
