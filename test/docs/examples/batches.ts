const id = '6f1b3d57-2c4e-4a80-9b1d-c3e5f7a90b24';
const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const summary = {
  id,
  status: 'sending',
  version: 4,
  district: 'gulou',
  title: '五一北路停水',
  template: { key: 'water-off', edition: '7c1f5a92-3e4d-4b86-9a07-d52c8e1b6f34' },
  channels: ['wechat', 'sms'],
  rows: 10_000,
  sendAt: '2026-08-03T02:00:00.000Z',
  proposedBy: 'editor-1',
  proposedAt: '2026-08-03T01:00:00.000Z',
  approvedBy: 'publisher-1',
  approvedAt: '2026-08-03T01:30:00.000Z',
  actions: ['pause', 'cancel'],
};
const counts = {
  queued: 180,
  waiting: 20,
  sent: 900,
  delivered: 2000,
  read: 100,
  failed: 10,
  optedOut: 40,
  unreachable: 750,
  again: 0,
};

export const batchExamples = {
  BatchInput: {
    district: 'gulou',
    title: '五一北路停水',
    template: 'water-off',
    sendAt: '2026-08-04T09:00:00+08:00',
    rows: [{ to: { partyId: 'p_x2Jv0lYb6mQ9' }, values: { place: '五一北路1号', until: '2026-08-05' } }],
  },
  BatchActed: { id, status: 'to-approve', version: 1, actions: ['cancel'] },
  BatchPage: { items: [summary], nextCursor: null },
  Batch: {
    ...summary,
    file: { sha256, bytes: 512_000, charset: 'utf-8' },
    progress: { rows: 10_000, taken: 4000, ...counts },
  },
  BatchFaultsAddress: {
    url: 'https://bucket.example.com/faults/6f1b3d57.csv?X-Amz-Signature=0',
    until: '2026-08-03T01:01:00.000Z',
    count: 3,
  },
};
