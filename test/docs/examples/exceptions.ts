const id = '7b1e4c9a-2d63-4f58-8a0e-6c5d9f3b2a17';
const number = '4200002231202608067788990011';
const item = {
  channel: 'wechat',
  merchant: 'treasury',
  day: '2026-08-06',
  number,
  direction: 'in',
  amountFen: 375_000,
  ref: number,
  lines: [],
};
const proposal = {
  action: 'suspend',
  reason: '商户订单号无对应订单，先行挂账',
  by: 'finance-1',
  at: '2026-08-07T02:40:00.000Z',
  details: { action: 'suspend', reason: '商户订单号无对应订单，先行挂账' },
  entries: [
    {
      kind: 'suspend',
      legs: [
        { account: 'clearing/wechat/treasury', side: 'debit', amountFen: 375_000 },
        { account: 'suspense/wechat/treasury', side: 'credit', amountFen: 375_000 },
      ],
      clears: [item],
    },
  ],
};
const difference = {
  kind: 'difference',
  id,
  status: 'open',
  version: 1,
  owner: 'finance',
  class: 'MISSING_IN_LEDGER',
  channel: 'wechat',
  merchant: 'treasury',
  day: '2026-08-06',
  reconciliationId: 'wechat.treasury.2026-08-06',
  number,
  direction: 'in',
  amountFen: 375_000,
  differenceFen: 375_000,
  since: '2026-08-07T02:11:08.000Z',
  ageDays: 0,
  suggestion: { action: 'suspend', because: 'nobody-knows-whose-it-is' },
  actions: ['propose'],
};
const unnoted = {
  kind: 'unnoted',
  owner: 'finance',
  since: '2026-08-07T01:30:00.000Z',
  billId: 'c4a7e2d9-5b1f-4e83-a06d-2f9b8c7d1e35',
  district: 'gulou',
  caseId: '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea',
  orderId: '9d1f6b38-2e7c-4d50-8a94-c3b5e0f7a126',
  paidAt: '2026-08-06T01:29:58.000Z',
  amountFen: 375_000,
};
const money = {
  kind: 'suspense',
  id: '2f9a6c31-8e4d-4b70-95c2-7d1b0e8f4a63',
  status: 'held',
  version: 1,
  owner: 'finance',
  ledgerAccount: 'suspense/wechat/treasury',
  channel: 'wechat',
  merchant: 'treasury',
  amountFen: 375_000,
  feeFen: 2250,
  origin: { kind: 'exception', id, number, day: '2026-08-06' },
  ref: number,
  since: '2026-08-07T02:52:00.000Z',
  ageDays: 3,
  actions: ['propose'],
};
const wished = { action: 'pay-bills', reason: '经核实为该项目缴费', billIds: [unnoted.billId] };

/** Bodies of the routes of exceptions, and of suspense. */
export const exceptionExamples = {
  ExceptionProposalInput: proposal.details,
  ExceptionRejection: { reason: '请先核对银行到账' },
  PaymentExceptionPage: { items: [unnoted, difference], nextCursor: null },
  PaymentException: {
    ...difference,
    detail: '',
    row: {
      line: 118,
      direction: 'in',
      number,
      ref: number,
      merchantNumber: '1900000109',
      amountFen: 375_000,
      feeFen: 2250,
      currency: 'CNY',
      status: 'done',
      at: '2026-08-06T01:29:58.000Z',
    },
    bookedFen: 0,
    proposals: ['complete', 'refund', 'suspend', 'link', 'repost'],
    timeline: [{ at: '2026-08-07T02:11:08.000Z', act: 'raise', office: 'fuzhou/payments', actor: 'service:payments' }],
  },
  PaymentExceptionActed: { id, status: 'under-review', version: 2, proposal, actions: ['approve', 'reject'] },
  SuspenseProposalInput: wished,
  SuspenseRejection: { reason: '金额与缴费单不符' },
  SuspensePage: { items: [money], nextCursor: null },
  SuspenseActed: {
    ...money,
    status: 'under-review',
    version: 2,
    proposal: { ...wished, by: 'finance-1', at: '2026-08-10T01:15:00.000Z' },
    actions: ['approve', 'reject'],
  },
  Suspense: {
    ...money,
    timeline: [{ at: money.since, act: 'hold', office: 'fuzhou/finance-checker', actor: 'finance-2' }],
  },
};
