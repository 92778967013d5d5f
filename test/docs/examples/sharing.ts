const caseId = '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea';
const partyId = 'p_Zk3mQ9vX1aT7bR5cW8dY2eU4fH6';
const disputeId = '2b7c2f4e-9a1d-4c63-8e5f-2d6a1b3c4e60';

export const sharingExamples = {
  DeclineSharingInput: { reasons: '申请事项与所需字段无关' },
  SharingRequestActed: { caseId, requirement: 'tax-proof', status: 'fetching' },
  SharingRequestPage: {
    items: [
      {
        caseId,
        requirement: 'tax-proof',
        resource: 'tax',
        partyId,
        itemKey: 'house-transfer',
        office: 'gulou/mnr',
        basis: '不动产登记暂行条例',
        requestedAt: '2026-08-03T01:00:00.000Z',
        answerBy: '2026-08-17',
        provisional: false,
        actions: ['grant', 'decline'],
      },
    ],
    nextCursor: null,
  },
  DisputeInput: { what: '单位名称已于七月变更', fields: ['name'] },
  AnswerDisputeInput: { reasons: '已按变更登记更正' },
  DisputeActed: { id: disputeId, status: 'open', version: 1, actions: ['withdraw'] },
  DisputePage: {
    items: [
      {
        id: disputeId,
        status: 'corrected',
        version: 2,
        partyId,
        resource: 'legal-entity',
        caseId,
        requirement: 'business-licence',
        fields: ['name'],
        what: '单位名称已于七月变更',
        raisedAt: '2026-08-05T01:00:00.000Z',
        answeredAt: '2026-08-06T03:20:11.000Z',
        reasons: '已按变更登记更正',
        actions: [],
      },
    ],
    nextCursor: null,
  },
};
