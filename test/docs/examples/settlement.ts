const settlement = {
  id: 'settlement.waterworks.2026-08-07',
  status: 'approved',
  version: 2,
  merchant: 'waterworks',
  day: '2026-08-07',
  number: 'QS20260807-WATERWORKS',
  lines: [
    {
      payee: 'waterworks',
      destination: 'own-account',
      code: 'water-use',
      subject: '103990001',
      inFen: 182_400,
      outFen: 2400,
    },
  ],
  fees: [{ channel: 'wechat', feeFen: 1080 }],
  inFen: 182_400,
  outFen: 2400,
  feeFen: 1080,
  netFen: 178_920,
  sources: [{ source: 'wechat.waterworks.2026-08-06', channel: 'wechat', day: '2026-08-06' }],
  payTo: { name: '福州示例自来水有限公司', bank: '示例银行福州分行', number: '***************4567' },
  drawnBy: 'finance-1',
  drawnAt: '2026-08-07T07:00:00.000Z',
  approved: {
    by: 'checker-1',
    at: '2026-08-07T07:20:00.000Z',
    sha256: '5f1a0c3e9b7d2846f0e1c5a3b8d7924e6f0a1b2c3d4e5f60718293a4b5c6d7e8',
  },
  actions: [],
};

const payoutAccount = {
  id: '3f1c2a52-8a0e-4c0b-9a53-0d5f9d5b7f10',
  status: 'in-force',
  version: 2,
  payee: 'waterworks',
  name: '福州示例自来水有限公司',
  bank: '示例银行福州分行',
  number: '***************4567',
  proposedBy: 'finance-1',
  proposedAt: '2026-08-03T01:00:00.000Z',
  decidedBy: 'checker-1',
  actions: [],
};
const { name, bank, payee } = payoutAccount;

/** Bodies of the routes of settlement. */
export const settlementExamples = {
  Settlement: settlement,
  PayoutAccountInput: { payee, name, bank, number: '6222021402001234567' },
  PayoutAccountApproval: { number: '6222021402001234567' },
  PayoutAccountRejection: { reason: '账号与原件不符' },
  PayoutAccount: payoutAccount,
  PayoutAccountPage: { items: [payoutAccount], nextCursor: null },
  SettlementRejection: { reason: '手续费有误' },
  SettlementPage: { items: [settlement], nextCursor: null },
  SettlementsDrawn: { items: [settlement] },
  SettlementFile:
    '\uFEFF结算单号,日期,执收单位,项目编码,收入,退付,手续费,实付,收款户名,开户行,收款账号\r\nQS20260807-WATERWORKS,2026-08-07,waterworks,water-use,1824.00,24.00,,,,,\r\n',
};
