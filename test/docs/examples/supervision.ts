const caseId = '6f1c2d3e-4b5a-4968-8776-a5b4c3d2e1f0';
const id = `${caseId}-4-refusal-overturned`;
const finding = {
  id,
  status: 'answered',
  version: 2,
  actions: ['return', 'close'],
  rule: 'refusal-overturned',
  basis: '榕政办〔2016〕224号：窗口无否决权',
  caseId,
  itemKey: 'food-business-licence',
  department: 'amr',
  raisedAt: '2026-08-03T02:10:00.000Z',
  answerBy: '2026-08-10T15:59:59.999Z',
  provisional: false,
  late: false,
  answer: { by: 'demo-head', at: '2026-08-04T01:00:00.000Z', text: '窗口对经营范围理解有误，已组织培训。' },
};
const entry = (act: string, office: string, actor: string) => ({ at: finding.raisedAt, act, office, actor });

const figures = {
  accepted: 120,
  decided: 112,
  overdue: 3,
  silentAcceptances: 1,
  meanDays: 2.8,
  p90Days: 5,
  papers: { cases: 3, lines: 4, originals: 4, copies: 2 },
  reductions: {
    cases: 112,
    steps: { before: 8, now: 2 },
    materials: { before: 6, asked: 1.9, fetched: 2 },
    visits: { before: 3, now: 0.31 },
    days: { before: 45, now: 2.8 },
  },
};

export const supervisionExamples = {
  SupervisionSummary: {
    from: '2026-08-01',
    to: '2026-08-31',
    by: 'item',
    total: figures,
    items: [{ value: 'food-business-licence', ...figures }],
  },
  ReportInput: {
    rule: 'demand-off-list',
    about: '无犯罪记录证明',
    text: '审批环节要求申请人补交清单以外的证明。',
  },
  Chain: {
    kind: 'applications',
    id: caseId,
    entries: 6,
    intact: false,
    brokenAt: 6,
    what: 'record',
    hash: 'clmx7k6332ScSPnFWA2b2igmaiVaVPvk8tH2KhQ87Xs',
  },
  OverduePage: {
    items: [
      {
        caseId,
        itemKey: 'food-business-licence',
        number: '11350199MB0102058B4000131901000202608030001',
        department: 'amr',
        acceptedAt: '2026-08-03T02:10:00.000Z',
        dueAt: '2026-08-10T15:59:59.999Z',
        provisional: false,
      },
    ],
    nextCursor: null,
  },
  WarningPage: {
    items: [
      {
        caseId,
        itemKey: 'food-business-licence',
        kind: 'step-overdue',
        to: 'head',
        department: 'amr',
        task: 2,
        dueAt: '2026-08-07T15:59:59.999Z',
        at: '2026-08-07T16:00:00.000Z',
      },
    ],
    nextCursor: null,
  },
  LightsInput: { yellowFrom: 0.8 },
  Lights: { version: 1, yellowFrom: 0.8, setBy: 'demo-supervisor', setAt: '2026-08-03T02:10:00.000Z' },
  FindingRecord: {
    ...finding,
    timeline: [entry('raise', 'gulou/amr', 'demo-head'), entry('answer', 'gulou/amr', 'demo-head')],
  },
  FindingPage: { items: [finding], nextCursor: null },
  FindingInput: { text: '窗口对经营范围理解有误，已组织培训。' },
  FindingActReply: { id, status: 'answered', version: 2, actions: ['return', 'close'] },
};
