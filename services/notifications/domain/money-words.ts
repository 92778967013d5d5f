/** What is said of money: what is owed, paid, given back and receipted. */
export const moneyWords = {
  'fee-due': {
    zh: '有一笔费用待缴，金额和期限见办件详情。',
    en: 'A fee is to be paid; the case says how much and until when.',
  },
  'fee-changed': {
    zh: '应缴费用有变动，金额和期限以办件详情为准。',
    en: 'What is to be paid, or until when, has changed: see the case.',
  },
  'fee-cancelled': { zh: '有一笔费用无需再缴。', en: 'A fee need not be paid any more.' },
  'refund-proposed': {
    zh: '您已缴的费用将予退还，金额见办件详情。',
    en: 'Something that you paid is to be given back; the case says how much.',
  },
  'bill-paid': { zh: '您的一笔缴费已到账。', en: 'A payment of yours has arrived.' },
  'refund-approved': {
    zh: '您的退款已核准，将按原缴费渠道退回。',
    en: 'Your refund is approved: the money goes back the way it came.',
  },
  'refund-rejected': {
    zh: '您的退款未获核准，理由见退款详情。',
    en: 'Your refund was not approved. The reasons stand with it.',
  },
  'refund-stuck': {
    zh: '您的退款无法按原渠道退回，请登录后填写本人收款账户。',
    en: 'Your refund cannot go back the way it came: sign in and name an account of your own.',
  },
  'refund-done': { zh: '您的退款已退回。', en: 'Your refund has been paid back.' },
  'receipt-issued': {
    zh: '您的财政电子票据已开具，可在票据列表中下载。',
    en: 'Your fiscal receipt has been issued: it can be fetched from the list of receipts.',
  },
  'receipt-reversed': {
    zh: '您的一张财政电子票据已冲红作废，请勿再用于报销。',
    en: 'A fiscal receipt of yours has been taken back: do not use it any more.',
  },
} as const;
