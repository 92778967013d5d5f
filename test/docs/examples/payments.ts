const billId = 'c4a7e2d9-5b1f-4e83-a06d-2f9b8c7d1e35';
const orderId = '9d1f6b38-2e7c-4d50-8a94-c3b5e0f7a126';
const listId = '5e2a8c71-4d9b-4f36-b805-1c7e6f3d9a40';
const number = '3f8c1b7e2d9a4c65b0e1f7a3d8c2946b';
const name = { zh: '城市道路占用挖掘修复费', en: 'Repair of a dug-up road' };
const payee = { key: 'urban', name: { zh: '城市管理局', en: 'Urban Management' } };
const charge = {
  code: 'road-repair',
  name,
  payee: 'urban',
  kind: 'non-tax',
  destination: 'treasury',
  merchant: 'treasury',
  subject: '103043306',
  unit: 'square-metre',
  rateFen: 30_000,
  receipt: 'fiscal',
};
const list = { payees: [payee], charges: [charge] };
const order = {
  id: orderId,
  status: 'open',
  version: 3,
  channel: 'wechat',
  amountFen: 375_000,
  billIds: [billId],
  payments: [
    {
      billIds: [billId],
      amountFen: 375_000,
      status: 'to-pay',
      number,
      way: 'native',
      show: { kind: 'code', code: 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz' },
    },
  ],
  createdAt: '2026-08-06T01:25:00.000Z',
  expiresAt: '2026-08-06T01:55:00.000Z',
  actions: ['ask'],
};
const leg = { account: 'clearing/wechat/treasury', side: 'debit', amountFen: 375_000 };
const owed = { account: 'payee/urban/treasury', side: 'credit', amountFen: 375_000 };

/** Bodies of the routes of payments. */
export const paymentsExamples = {
  OrderInput: { billIds: [billId], channel: 'wechat' },
  BeginPaymentInput: { way: 'native' },
  OrderPlaced: { id: orderId, status: 'open', version: 1, payments: 1, amountFen: 375_000, actions: ['begin'] },
  Order: order,
  OrderPage: { items: [order], nextCursor: null },
  SandboxPaid: { number, status: 'paid' },
  ChargeListInput: list,
  ChargeList: { id: listId, ...list },
  ChargeListActed: { id: listId, status: 'proposed', version: 1, actions: ['approve'] },
  LedgerEntries: {
    items: [
      {
        id: '1c5e9f28-7a3b-4d60-92e8-0b4f6d8a7c31',
        day: '2026-08-06',
        at: '2026-08-06T01:30:00.000Z',
        kind: 'capture',
        of: orderId,
        legs: [leg, owed],
      },
    ],
  },
  RefundInput: {
    lines: [{ code: 'road-repair', amountFen: 75_000 }],
    refundableFen: 375_000,
    reason: '实际修复面积少于核定面积',
  },
  RefundRejection: { reason: '修复面积经复核无误' },
  RefundApproval: { difference: '公司已更名，附市场监管部门的变更登记通知书' },
  RefundAccount: { name: '福州示例建设有限公司', bank: '示例银行福州分行', number: '3510012345678' },
  RefundPaidBack: { order: '退付-2026-0017' },
  RefundPaidOut: { slip: '20260901-0042' },
  ShiftInput: { hall: 'h-01', window: '12', floatFen: 20_000 },
  CounterPaymentInput: { billIds: [billId], way: 'cash', receivedFen: 380_000 },
  TillCount: { cashFen: 394_900, reason: '找零有误，少一元' },
  CountDispute: { cashFen: 395_000 },
  BagInput: { cashFen: 394_900, bag: 'FZ-20260806-0012' },
  DepositInput: { slips: [{ merchant: 'treasury', slip: '20260806-0042', amountFen: 374_900 }] },
  CoverInput: { slips: [{ merchant: 'treasury', slip: '20260807-0003', amountFen: 100 }] },
  TrialBalance: {
    day: '2026-08-06',
    closed: false,
    accounts: [
      { account: leg.account, debitFen: 375_000, creditFen: 0, heldFen: 375_000 },
      { account: owed.account, debitFen: 0, creditFen: 375_000, heldFen: 375_000 },
    ],
    debitFen: 375_000,
    creditFen: 375_000,
    differenceFen: 0,
  },
};
