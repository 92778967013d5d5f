const id = '6b3d9f02-8c5e-4a71-b946-e7f0a2c1d583';
const orderId = '9d1f6b38-2e7c-4d50-8a94-c3b5e0f7a126';
const billId = 'c4a7e2d9-5b1f-4e83-a06d-2f9b8c7d1e35';
const printed = {
  code: '35010126',
  number: '0000004711',
  kind: 'blue',
  payee: 'urban',
  day: '2026-08-06',
  amountFen: 375_000,
};
const line = {
  code: 'road-repair',
  name: { zh: '城市道路占用挖掘修复费', en: 'Repair of a dug-up road' },
  unit: 'square-metre',
  quantity: 12.5,
  amountFen: 375_000,
};
const forFinance = {
  id,
  status: 'verified',
  version: 3,
  ...printed,
  orderId,
  lines: [{ billId, ...line }],
  issuedAt: '2026-08-06T01:30:02.000Z',
  actions: ['enter'],
};
const receipt = { ...forFinance, check: '7KQ2MZ' };
const numbers = { code: '35010126', from: 1, to: 100_000 };
const segment = {
  id: '0e7c4a95-3b1d-4f86-9d52-a8c6e1f07b34',
  status: 'open',
  version: 2,
  ...numbers,
  left: 95_289,
  used: 4711,
  void: [],
  proposedBy: 'finance-1',
  proposedAt: '2026-01-02T01:00:00.000Z',
  decidedBy: 'checker-1',
  actions: ['close'],
};

/** Bodies of the routes of receipts. */
export const receiptExamples = {
  FiscalReceipt: receipt,
  FiscalReceiptPage: { items: [receipt], nextCursor: null },
  FiscalReceiptFile: {
    ...receipt,
    url: `https://receipts.example/receipts/${id}/pF2b.pdf?X-Amz-Expires=60`,
    until: '2026-08-06T02:01:00.000Z',
    bytes: 58_112,
    sha256: 'pF2bqkZ0o8v8m3m5d8m1i2Yy1jZpQ0b9n6mJ0Jr3xkA',
  },
  FiscalReceiptPageForFinance: { items: [forFinance], nextCursor: null },
  ReceiptEntry: { voucher: '记-2026-08-0142' },
  ReceiptVerified: {
    verdict: 'good',
    text: '票据有效，尚未入账。',
    ...printed,
    payeeName: { zh: '城市管理局', en: 'Urban Management' },
    lines: [line],
  },
  ReceiptSegmentInput: numbers,
  ReceiptSegment: segment,
  ReceiptSegmentPage: { items: [segment], nextCursor: null, left: 95_289, short: false, waiting: 0 },
};
