const billId = 'c4a7e2d9-5b1f-4e83-a06d-2f9b8c7d1e35';
const name = { zh: '城市道路占用挖掘修复费', en: 'Repair of a dug-up road' };
const bill = {
  id: billId,
  status: 'due',
  version: 1,
  kind: 'non-tax',
  caseId: '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea',
  district: 'gulou',
  revision: 1,
  amountFen: 375_000,
  lines: [
    {
      code: 'road-repair',
      name,
      payee: 'urban',
      destination: 'treasury',
      quantity: 12.5,
      amountFen: 375_000,
    },
  ],
  dueAt: '2026-08-20T16:00:00.000Z',
  paymentCode: '01234567890123456780',
  actions: ['pay'],
};
const { caseId, actions, ...ofNoCase } = bill;
const collectedBill = {
  ...ofNoCase,
  kind: 'utility',
  collector: 'water',
  district: 'fuzhou',
  revision: 1,
  amountFen: 4480,
  lines: [
    {
      code: 'water-use',
      name: { zh: '居民生活用水水费', en: 'Water for a household' },
      payee: 'waterworks',
      destination: 'own-account',
      quantity: 16,
      amountFen: 4480,
    },
  ],
  actions,
};
const departmentBill = {
  ...ofNoCase,
  department: 'urban',
  reference: '2026-0017',
  payer: 'p_8c2f4e',
  relief: {
    kind: 'defer',
    basis: '榕政〔2026〕8号',
    dueAt: '2026-12-31T16:00:00.000Z',
    proposedBy: 'u-1042',
    proposedAt: '2026-08-06T01:25:00.000Z',
  },
  actions: ['revise', 'cancel', 'approve-relief', 'reject-relief'],
};
const askedLines = [{ code: 'road-repair', quantity: 12.5 }];
const elsewhere = {
  id: '7a4d9c20-3b6e-4f81-9d52-e8c1b0a7f364',
  status: 'proposed',
  version: 1,
  billId,
  paymentCode: bill.paymentCode,
  amountFen: 375_000,
  paidAt: '2026-08-05T02:10:00.000Z',
  bank: '示例银行福州分行',
  slip: '20260805-0193',
  proposedBy: 'u-2077',
  actions: ['approve', 'reject'],
};

/** Bodies of the routes of bills. */
export const billExamples = {
  Bill: bill,
  BillQueryInput: { collector: 'water', account: '60010042' },
  QueriedBills: { items: [collectedBill] },
  BillInput: {
    payer: { kind: 'organisation', uscc: '91350102MA0000000H' },
    reference: '2026-0017',
    lines: askedLines,
    dueAt: bill.dueAt,
  },
  BillRevision: { lines: askedLines, dueAt: bill.dueAt },
  BillReliefInput: { kind: 'reduce', basis: '榕政〔2026〕8号', lines: [{ code: 'road-repair', amountFen: 300_000 }] },
  BillRaised: {
    id: billId,
    status: 'due',
    version: 1,
    reference: '2026-0017',
    amountFen: 375_000,
    paymentCode: bill.paymentCode,
    actions: ['revise', 'cancel', 'propose-relief'],
  },
  DepartmentBill: departmentBill,
  DepartmentBillPage: { items: [departmentBill], nextCursor: null },
  BillPage: { items: [bill], nextCursor: null },
  PaidElsewhereInput: {
    paymentCode: bill.paymentCode,
    amountFen: 375_000,
    paidAt: '2026-08-05T02:10:00.000Z',
    bank: '示例银行福州分行',
    slip: '20260805-0193',
  },
  PaidElsewhere: elsewhere,
  PaidElsewherePage: { items: [elsewhere], nextCursor: null },
};
