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
  drawnBy: 'finance-1',
  drawnAt: '2026-08-07T07:00:00.000Z',
  approved: {
    by: 'checker-1',
    at: '2026-08-07T07:20:00.000Z',
    sha256: '5f1a0c3e9b7d2846f0e1c5a3b8d7924e6f0a1b2c3d4e5f60718293a4b5c6d7e8',
  },
  actions: [],
};

/** Bodies of the routes of settlement. */
export const settlementExamples = {
  Settlement: settlement,
  SettlementRejection: { reason: '手续费有误' },
  SettlementPage: { items: [settlement], nextCursor: null },
  SettlementsDrawn: { items: [settlement] },
  SettlementFile:
    '\uFEFF结算单号,日期,执收单位,项目编码,收入,退付,手续费,实付\r\nQS20260807-WATERWORKS,2026-08-07,waterworks,water-use,1824.00,24.00,,\r\n',
};
