const id = '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea';
const times = { createdAt: '2026-08-03T02:10:00.000Z', submittedAt: '2026-08-03T02:15:30.000Z' };
const limit = { n: 20, unit: 'working-day', from: 'accepted', of: 'office' };
const item = {
  key: 'food-business-licence',
  name: '食品经营许可',
  nameEn: 'Food business licence',
  type: '01',
  audience: ['2', '3'],
  department: 'amr',
  level: 4,
  kind: 2,
  materials: [
    {
      type: 'premises-layout',
      name: '经营场所平面图',
      must: 'must',
      source: 'applicant',
      sharedResource: null,
      about: 'premises',
      originals: 0,
      copies: 1,
    },
  ],
  fee: [],
  legalLimit: limit,
  promisedLimit: { ...limit, n: 10 },
  basis: '《食品经营许可和备案管理办法》',
  result: { licenceType: 'food-business', validity: '5y', public: true },
  situations: ['新办', '变更', '延续', '补证', '注销'],
};

/** An example for each body of the API by the id of its schema; a test reads each by that schema. */
export const examples: Record<string, unknown> = {
  Catalogue: {
    departments: [{ key: 'amr', name: '市场监督管理局', nameEn: 'Market Regulation' }],
    items: [item],
  },
  CataloguePublished: { version: 4, items: 120, changed: 3 },
  Item: { ...item, version: 1, since: 1 },
  ItemPage: { items: [{ ...item, version: 1, since: 1 }], nextCursor: null },
  ApplicationInput: { itemKey: item.key, form: { operatorName: '示例餐饮有限公司' }, channel: 'online' },
  DraftInput: { form: { operatorName: '示例餐饮有限公司' } },
  NoInput: {},
  DecideInput: { outcome: 'granted', opinion: '符合法定条件，准予许可。' },
  WithdrawInput: { reason: '经营场所变更，重新申请。' },
  ActReply: { id, status: 'submitted', version: 2, actions: ['withdraw'] },
  Application: {
    id,
    status: 'submitted',
    version: 2,
    actions: ['withdraw'],
    itemKey: item.key,
    itemVersion: 1,
    department: 'amr',
    channel: 'online',
    ...times,
    provisional: false,
    form: { operatorName: '示例餐饮有限公司' },
    masked: false,
  },
  ApplicationPage: {
    items: [{ id, itemKey: item.key, district: 'gulou', status: 'submitted', ...times, provisional: false }],
    nextCursor: null,
  },
  Timeline: { items: [{ at: times.submittedAt, act: 'submit', office: 'applicant', actor: 'demo-company' }] },
  AccessRecords: {
    items: [{ at: times.submittedAt, office: 'gulou/amr', actor: 'demo-approver-amr', reason: '核对法定代表人身份' }],
  },
  InboxPage: {
    items: [
      {
        id: '5f2b7c1e-4d0a-4c39-8e57-0a9d3b6c1f21',
        at: times.submittedAt,
        caseId: id,
        itemKey: item.key,
        district: 'gulou',
        message: 'submitted',
        text: '您的申请已提交，等待受理。',
      },
    ],
    nextCursor: null,
  },
};
