const made = {
  kind: 'receipt',
  title: { zh: '收件凭证', en: 'Receipt' },
  office: { zh: '鼓楼区市场监督管理局', en: 'Gulou Market Regulation' },
  day: '2026-08-03',
  number: '鼓楼区市场监督管理局收字〔2026〕12号',
  verification: 'GULOU-7KQ2-MZ8N-4RTA',
  sealedAt: '2026-08-03T01:12:44.000Z',
};
const shown = {
  document: '2-receipt',
  ...made,
  bytes: 61_344,
  sha256: 'pF2bqkZ0o8v8m3m5d8m1i2Yy1jZpQ0b9n6mJ0Jr3xkA',
};

export const documentExamples = {
  CaseDocuments: { items: [shown] },
  CaseDocumentFile: {
    ...shown,
    url: 'https://documents.example/cases/0b7c2f4e-9a1d-4c63-8e5f-2d6a1b3c4e5f/2-receipt/pF2b.pdf?X-Amz-Expires=60',
    until: '2026-08-03T01:14:00.000Z',
  },
  VerifyInput: { content: 'JVBERi0xLjcK' },
  Verified: {
    verdict: 'intact',
    text: '本文书由本系统签发，内容完整，未被改动。',
    signer: '鼓楼区市场监督管理局',
    document: made,
  },
  ServedList: {
    items: [
      {
        noticeId: '3c5e7a91-4b2d-4f68-9a07-d1e3f5a7b9c2',
        message: 'accepted',
        step: 'delivered',
        channel: 'sms',
        at: '2026-08-03T02:00:12.000Z',
        counts: true,
        servedAt: '2026-08-03T02:00:12.000Z',
      },
    ],
  },
};
