const id = 'e2b7d4a1-6c53-4f98-8d0e-3a9f5c7b1e64';
const projectId = 'c4e1a7b9-52d8-4f36-8a0d-1b9e7c3f5d28';
const authorityId = '7a1d9c3e-5b84-4e26-9f07-c2e8b6d4a135';
const sheet = '5d0b8f2e-7c41-4a96-b3e8-9f1d6a2c7e54';
const principal = 'p_Zk3mQ9vX1aT7bR5cW8dY2eU4fH6';
const officer = 'p_Ht6nB2wL8sE4kV0jM3xC9pA7gR1';
const number = 'DB-gulou-20260803-0001';
const terms = { stages: [1, 2], extent: 'full' };
const askedAt = '2026-08-03T01:00:00.000Z';
const sealedAt = '2026-08-03T02:10:40.000Z';
const outline = { id, status: 'acting', version: 4, number, projectId, principal, officer, ...terms, askedAt };

export const mandateExamples = {
  MandateInput: terms,
  MandateReasonsInput: { reasons: '自己办理' },
  EndMandateByWindowInput: { reasons: '材料长期未能提供', day: '2026-08-03', sheet },
  TerminateMandateInput: { reasons: '另有安排', day: '2026-08-03' },
  MandateVisitInput: { score: 1, remarks: '随叫随到' },
  MandateSheet: {
    url: 'https://bucket.example.gov.cn/mandates/sheet.pdf?X-Amz-Expires=60',
    until: '2026-08-03T02:11:40.000Z',
    sha256: 'Zk3mQ9vX1aT7bR5cW8dY2eU4fH6nB2wL8sE4kV0jM3x',
    certificate: 'Ht6nB2wL8sE4kV0jM3xC9pA7gR1Zk3mQ9vX1aT7bR5c',
    bytes: 48_213,
  },
  MandateActed: { id, status: 'acting', version: 4, number, actions: ['terminate'] },
  MandatePage: { items: [outline], nextCursor: null },
  Mandate: {
    ...outline,
    items: ['*'],
    askedBy: 'investor',
    officers: [{ partyId: officer, authorityId, from: sealedAt }],
    fee: 'free',
    notices: { to: principal, seenBy: officer },
    signedAt: '2026-08-03T02:00:00.000Z',
    sealed: { at: sealedAt, by: principal, assurance: 3 },
    visitDue: false,
    actions: ['terminate'],
    timeline: [
      { at: askedAt, act: 'ask', office: 'applicant', actor: 'f3a0b8' },
      { at: '2026-08-03T02:00:00.000Z', act: 'sign', office: 'gulou/officer', actor: 'a7c41e', onBehalfOf: principal },
      { at: sealedAt, act: 'seal', office: 'applicant', actor: 'f3a0b8' },
    ],
  },
};
