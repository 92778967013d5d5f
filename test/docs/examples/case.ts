/** The case that the examples speak of. */
export const id = '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea';
export const times = { createdAt: '2026-08-03T02:10:00.000Z', submittedAt: '2026-08-03T02:15:30.000Z' };

export const caseExamples = {
  ApplicationInput: { itemKey: 'food-business-licence', form: { operatorName: '示例餐饮有限公司' }, channel: 'online' },
  DraftInput: { form: { operatorName: '示例餐饮有限公司' } },
  NoInput: {},
  DecideInput: { outcome: 'granted', opinion: '符合法定条件，准予许可。' },
  WithdrawCaseInput: { reason: '经营场所变更，重新申请。' },
  Application: {
    id,
    status: 'submitted',
    version: 2,
    actions: ['withdraw'],
    itemKey: 'food-business-licence',
    itemVersion: 1,
    situation: '新办',
    handling: 'promised',
    committed: false,
    department: 'amr',
    departments: ['amr'],
    corrections: [],
    tasks: [],
    visits: 0,
    recused: [],
    pauses: [],
    warned: [],
    followedBy: [],
    channel: 'online',
    ...times,
    provisional: false,
    form: { operatorName: '示例餐饮有限公司' },
    masked: false,
    prefilled: [{ pointer: '/uscc', source: 'party' }],
  },
  ApplicationPage: {
    items: [
      { id, itemKey: 'food-business-licence', district: 'gulou', status: 'submitted', ...times, provisional: false },
    ],
    nextCursor: null,
  },
  Timeline: { items: [{ at: times.submittedAt, act: 'submit', office: 'applicant', actor: 'demo-company' }] },
  AccessRecords: {
    items: [{ at: times.submittedAt, office: 'gulou/amr', actor: 'demo-approver-amr', reason: '核对法定代表人身份' }],
  },
};
