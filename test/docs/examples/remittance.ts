const summary = {
  id: 'treasury.2026-08-07',
  status: 'confirmed',
  version: 3,
  merchant: 'treasury',
  destination: 'treasury',
  day: '2026-08-07',
  payees: ['mnr', 'urban'],
  inFen: 455_000,
  outFen: 5000,
  netFen: 450_000,
  drawnBy: 'finance-1',
  drawnAt: '2026-08-07T03:30:00.000Z',
  sentBy: 'finance-1',
  confirmed: { by: 'treasurer-1', at: '2026-08-07T07:10:00.000Z', receipt: 'GK20260807-0031' },
  actions: [],
};
const of = { payee: 'urban', destination: 'treasury', code: 'road-repair', subject: '103043306' };

/** Bodies of the routes of remittance. */
export const remittanceExamples = {
  RemittanceDrawInput: { merchant: 'treasury' },
  RemittanceConfirmInput: { receipt: 'GK20260807-0031' },
  RemittancesDrawn: { items: [summary] },
  RemittancePage: { items: [summary], nextCursor: null },
  Remittance: {
    ...summary,
    lines: [
      { ...of, level: 'city', percent: 70, inFen: 262_500, outFen: 3500, netFen: 259_000 },
      { ...of, level: 'district', percent: 30, inFen: 112_500, outFen: 1500, netFen: 111_000 },
      {
        ...of,
        payee: 'mnr',
        code: 'property-registration-home',
        subject: '103043207',
        level: 'city',
        percent: 100,
        inFen: 80_000,
        outFen: 0,
        netFen: 80_000,
      },
    ],
    sources: [{ source: 'wechat.treasury.2026-08-06', channel: 'wechat', day: '2026-08-06' }],
  },
  RemittanceFile:
    '\uFEFF清单号,日期,执收单位,收入科目,项目编码,预算级次,分成比例%,收入,退付,应缴\r\ntreasury.2026-08-07,2026-08-07,mnr,103043207,property-registration-home,city,100,800.00,0.00,800.00\r\n',
};
