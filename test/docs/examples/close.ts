const hash = 'Zk3mQ9vX1aT7bR5cW8dY2eU4fH6jK0lN3pS5tV7xB9c';
const statement = 'alipay.treasury.2026-08-06';

/** Bodies of the routes of the close. */
export const closeExamples = {
  CloseRejection: { reason: '支付宝 8 月 6 日对账单第 2 版未到，先核对' },
  CloseApproval: { ageing: hash },
  PeriodActed: { id: '2026-08-06', status: 'proposed', version: 1, actions: [] },
  Period: {
    id: '2026-08-06',
    kind: 'day',
    status: 'open',
    version: 0,
    target: '2026-08-07T04:00:00.000Z',
    checks: [
      { check: 'over', done: true, open: [], more: 0 },
      { check: 'before', done: true, open: [], more: 0 },
      {
        check: 'statements',
        done: false,
        open: [{ of: statement, why: 'missing', owner: 'finance', since: '2026-08-07T03:00:00.000Z' }],
        more: 0,
      },
      { check: 'exceptions', done: true, open: [], more: 0 },
      { check: 'tills', done: true, open: [], more: 0 },
    ],
    bank: {
      confirmed: 1,
      confirmedFen: 299_775,
      awaited: 1,
      awaitedFen: 1_284_500,
      open: [
        {
          of: 'alipay.treasury.2026-08-06',
          status: 'awaited',
          channel: 'alipay',
          merchant: 'treasury',
          amountFen: 1_284_500,
          dueDay: '2026-08-11',
        },
      ],
    },
    actions: [],
  },
  CarriedPage: {
    items: [
      {
        kind: 'account',
        of: 'transit/wechat/treasury',
        day: '2026-12-31',
        amountFen: 1_284_500,
        why: 'transit',
        originYear: 2026,
      },
    ],
    nextCursor: null,
  },
};
