import { id } from './case.ts';

const at = '2026-08-05T02:20:00.000Z';
const line = { code: 'road-repair', payee: 'urban', quantity: 12.5, gate: 'result', amountFen: 375_000 };
const evidence = '现场测量记录 2026-17：挖掘面积 12.5 平方米。';

export const feeExamples = {
  FeesInput: { lines: [{ code: 'road-repair', quantity: 12.5 }], evidence },
  ReliefInput: {
    wish: { kind: 'reduce', code: 'road-repair', amountFen: 75_000 },
    basis: '榕政综〔2026〕1号：小微企业减征百分之二十。',
  },
  CheckReliefInput: { opinion: '符合减征条件，同意。' },
  FeesActReply: { id, status: 'due', version: 1, dueFen: 375_000, actions: ['assess', 'propose-relief'] },
  OverdueFeePage: {
    items: [
      {
        caseId: id,
        itemKey: 'road-occupation',
        assessmentId: `${id}.1`,
        amountFen: 375_000,
        dueAt: '2026-08-20T15:59:59.999Z',
      },
    ],
    nextCursor: null,
  },
  Fees: {
    caseId: id,
    version: 1,
    status: 'due',
    actions: [],
    owedFen: 375_000,
    reducedFen: 0,
    dueFen: 375_000,
    heldFen: 0,
    paidFen: 0,
    toRefundFen: 0,
    refundedFen: 0,
    overdue: false,
    owed: [
      {
        ...line,
        name: '城市道路占用挖掘修复费',
        unit: 'square-metre',
        rateFen: 30_000,
        evidence,
        at,
        by: 'demo-approver-urban',
      },
    ],
    bills: [
      {
        assessmentId: `${id}.1`,
        revision: 1,
        status: 'assessed',
        amountFen: 375_000,
        lines: [line],
        dueAt: '2026-08-20T15:59:59.999Z',
        paidFen: 0,
        refundedFen: 0,
        refunds: [],
      },
    ],
    reliefs: [],
    timeline: [{ at, act: 'assess', office: 'gulou/urban', actor: 'demo-approver-urban', reason: evidence }],
  },
};
