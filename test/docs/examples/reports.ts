const month = '2026-08';
const none = { items: 0, amountFen: 0 };
const sums = {
  entries: 41_207,
  takenFen: 61_284_500,
  backFen: 75_000,
  passedOnFen: 59_114_000,
  feeFen: 36_770,
  lateFen: 0,
};

/** Replies of the reports. */
export const reportExamples = {
  DailyReport: {
    date: '2026-08-06',
    closed: true,
    payees: [
      {
        channel: 'wechat',
        payee: 'urban',
        destination: 'treasury',
        takenFen: 375_000,
        backFen: 75_000,
        passedOnFen: 0,
        releasedFen: 300_000,
      },
    ],
    statements: [
      {
        channel: 'wechat',
        merchant: 'treasury',
        status: 'matched',
        rows: 2,
        matchedRows: 2,
        matchedInFen: 375_000,
        matchedOutFen: 75_000,
        feeFen: 225,
        openItems: 0,
        openFen: 0,
      },
    ],
  },
  AgeingReport: {
    date: '2026-08-31',
    digest: 'Zk3mQ9vX1aT7bR5cW8dY2eU4fH6jK0lN3pS5tV7xB9c',
    items: [
      {
        kind: 'account',
        of: 'transit/wechat/treasury',
        owner: 'treasurer',
        band: '0-3',
        items: 1,
        amountFen: 299_775,
        oldest: '2026-08-29',
      },
    ],
  },
  RefundsReport: {
    from: '2026-08-01',
    to: '2026-08-31',
    items: [
      {
        date: '2026-08-06',
        closed: true,
        channel: 'wechat',
        promised: { items: 1, amountFen: 75_000 },
        done: { items: 1, amountFen: 75_000 },
        paidOut: none,
        treasury: none,
      },
    ],
  },
  FeesReport: {
    month,
    closed: true,
    feeFen: 36_770,
    items: [{ channel: 'wechat', merchant: 'treasury', feeFen: 36_770 }],
  },
  MonthsReport: { year: '2026', items: [{ month, closed: true, ...sums }], total: sums },
};
