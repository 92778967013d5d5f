const summary = {
  id: 'wechat.treasury.2026-08-03',
  status: 'matched',
  version: 20,
  channel: 'wechat',
  merchant: 'treasury',
  day: '2026-08-03',
  dueAt: '2026-08-04T03:00:00.000Z',
  revision: 2,
  progress: { done: 16, of: 16 },
  badLines: 0,
  classes: {
    MATCHED: { rows: 411, inFen: 12_330_000, outFen: 45_000, feeFen: 73_710 },
    MISSING_IN_LEDGER: { rows: 1, inFen: 30_000, outFen: 0, feeFen: 180 },
  },
  matchedAt: '2026-08-04T02:11:20.000Z',
  actions: ['send-statement'],
};
const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const file = {
  revision: 2,
  sha256,
  bytes: 21_403,
  source: 'upload',
  by: 'finance-1',
  receivedAt: '2026-08-04T02:11:02.000Z',
};
const earlier = { ...file, revision: 1, source: 'channel', by: 'wechat', receivedAt: '2026-08-04T02:00:01.000Z' };
const uploadId = '0f7c1a52-6f5e-4b62-9d53-6b4a3f1f2a10';

/** Bodies of the routes of statements. */
export const statementExamples = {
  ReconciliationPage: { items: [summary], nextCursor: null },
  Reconciliation: {
    ...summary,
    file,
    earlier: [{ ...earlier, sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae' }],
    rows: { rows: 412, inFen: 12_360_000, outFen: 45_000, feeFen: 73_890 },
    said: { rows: 412, inFen: 12_360_000, outFen: 45_000, feeFen: 73_890 },
    items: { MATCHED: { rows: 411, inFen: 12_330_000, outFen: 45_000, feeFen: 0 } },
  },
  StatementDeclaration: { sha256, bytes: 21_403 },
  StatementDeclared: {
    uploadId,
    upload: {
      method: 'PUT',
      url: `https://statements.s3.cn-north-1.amazonaws.com.cn/uploads/wechat.treasury.2026-08-03/${uploadId}?X-Amz-Signature=4f1c`,
      headers: {
        'content-type': 'application/octet-stream',
        'x-amz-checksum-sha256': 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=',
        'if-none-match': '*',
      },
      expiresAt: '2026-08-04T02:25:00.000Z',
    },
  },
  StatementConfirmation: { uploadId, sha256 },
  StatementTaken: {
    id: summary.id,
    status: 'received',
    version: 19,
    revision: 2,
    actions: ['send-statement'],
  },
  StatementAddress: {
    url: 'https://statements.s3.cn-north-1.amazonaws.com.cn/statements/wechat.treasury.2026-08-03/2/9f86d081?X-Amz-Signature=77ab',
    until: '2026-08-04T02:30:00.000Z',
    revision: 2,
    sha256,
    bytes: 21_403,
  },
};
