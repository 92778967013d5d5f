const id = '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea';
const objection = '2c9e7a41-6b3d-4f58-8a10-7e5d3b9c1f62';
const number = '1135010200363200XG4000131001001202608030001';
const holder = { kind: 'organisation', name: '示例餐饮有限公司' };
const entry = {
  id,
  item: '食品经营许可',
  itemKey: 'food-business-licence',
  department: 'amr',
  licenceType: 'food-business',
  number,
  holder,
  decidedAt: '2026-08-12T08:40:00.000Z',
  publishedAt: '2026-08-12T09:00:00.000Z',
  objected: false,
};
const line = {
  ...entry,
  status: 'published',
  version: 4,
  publishBy: '2026-08-21T15:59:59.999Z',
  provisional: false,
  late: false,
};
const push = {
  id,
  status: 'confirmed',
  version: 2,
  actions: ['report'],
  department: 'amr',
  supervisingBody: 'urban',
  itemKey: 'food-business-licence',
  number,
  outcome: 'granted',
  decidedAt: '2026-08-12T08:40:00.000Z',
  holder,
  receiptBy: '2026-08-19T15:59:59.999Z',
  provisional: false,
  late: false,
  receipt: { by: 'urban-system', at: '2026-08-13T01:00:00.000Z' },
};

export const publicityExamples = {
  PublicEntryPage: { items: [entry], nextCursor: null },
  PublicityPage: { items: [line], nextCursor: null },
  Publicity: {
    ...line,
    actions: [],
    objections: [
      {
        id: objection,
        at: '2026-08-14T02:00:00.000Z',
        text: '企业名称少一个字。',
        answer: { by: 'demo-approver', at: '2026-08-15T03:00:00.000Z', outcome: 'corrected', text: '已更正。' },
      },
    ],
  },
  PublishInput: { holder: { kind: 'person', name: '段正淳' } },
  WithdrawEntryInput: { reason: '涉及商业秘密。' },
  ObjectionInput: { text: '企业名称少一个字。' },
  ObjectionReply: { id, status: 'objected', version: 3, objection },
  AnswerInput: { outcome: 'corrected', text: '已更正。', holder },
  EntryActReply: { id, status: 'published', version: 4, actions: [] },
  PushPage: { items: [push], nextCursor: null },
  PushActReply: { id, status: 'confirmed', version: 2, actions: ['report'] },
  PushReportInput: { text: '已纳入日常监管，首次检查未见异常。', conforms: true },
};
