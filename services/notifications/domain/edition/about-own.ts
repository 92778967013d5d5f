import { ofKind } from './about.ts';

const [money, papers, acting, soon] = [ofKind('fee'), ofKind('materials'), ofKind('account'), ofKind('reminder')];

/** What is told of money, documents, registers, and who acts for whom. */
export const aboutOwn = {
  'fee-due': money('usual', '有费用待缴', 'Fee to be paid'),
  'fee-changed': money('usual', '应缴费用有变动', 'Fee changed'),
  'fee-cancelled': money('usual', '费用无需再缴', 'Fee not due'),
  'refund-proposed': money('usual', '费用将予退还', 'Refund proposed'),
  'bill-paid': money('usual', '缴费已到账', 'Payment arrived'),
  'refund-approved': money('usual', '退款已核准', 'Refund approved'),
  'refund-rejected': money('usual', '退款未获核准', 'Refund not approved'),
  'refund-stuck': money('usual', '请填写退款账户', 'Refund: give account'),
  'refund-done': money('usual', '退款已退回', 'Refund paid back'),
  'receipt-issued': money('usual', '电子票据已开具', 'Receipt issued'),
  'receipt-reversed': money('usual', '电子票据已冲红', 'Receipt taken back'),
  'materials-unanswered': papers('usual', '材料尚在核对', 'Being confirmed'),
  'materials-refused': papers('usual', '材料不能使用', 'Document unusable'),
  'material-expired': papers('usual', '材料已过有效期', 'Document has ended'),
  'material-refused': papers('usual', '文件未通过检查', 'File not taken'),
  'material-expiring': soon('usual', '材料或证照将到期', 'Ends soon'),
  'dispute-open': papers('usual', '已收到数据异议', 'Dispute received'),
  'dispute-late': papers('usual', '异议逾期未答复', 'Dispute: late'),
  'dispute-corrected': papers('usual', '登记数据已更正', 'Register corrected'),
  'dispute-kept': papers('usual', '维持原登记数据', 'Record is kept'),
  'authority-active': acting('usual', '代理权限已生效', 'Authority in force'),
  'authority-suspended': acting('usual', '代理权限已暂停', 'Authority suspended'),
  'authority-to-confirm': acting('usual', '代理权限待确认', 'Authority: confirm'),
  'authority-ended': acting('usual', '代理权限已终止', 'Authority ended'),
} as const;
