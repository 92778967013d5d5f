const id = 'd5e8f1a3-7c2b-4906-8b4d-1f9e3c6a7b20';
const reason = '当事人出示了居住证和来往内地通行证，为同一人。';
const merge = {
  id,
  status: 'approved',
  version: 2,
  actions: ['undo'],
  partyIds: ['p_Ht6nB2wL8sE4kV0jM3xC9pA7gR1', 'p_Zk3mQ9vX1aT7bR5cW8dY2eU4fH6'],
  reason,
  proposedAt: '2026-08-03T02:10:00.000Z',
  proposedBy: 'demo-clerk',
  checkedAt: '2026-08-03T06:40:00.000Z',
  checkedBy: 'demo-head',
  undoableUntil: '2026-09-02T15:59:59.999Z',
};

export const partyExamples = {
  MergeInput: {
    documents: [
      { kind: 'person', document: { kind: 'hk-macau-permit', number: 'H12345678' } },
      { kind: 'person', document: { kind: 'resident-id', number: '810000199001010019' } },
    ],
    reason,
  },
  MergeReasonInput: { reason: '经核对不是同一人。' },
  MergeActReply: { id, status: 'approved', version: 2, actions: ['undo'] },
  PartyMerge: merge,
  PartyMergePage: { items: [merge], nextCursor: null },
};
