const limit = { n: 20, unit: 'working-day', from: 'accepted', of: 'office' };
const name = { key: 'open-a-restaurant', name: '开办餐饮店一件事', nameEn: 'Open a restaurant' };

const part = {
  item: 'food-business-licence',
  name: '食品经营许可',
  nameEn: 'Food business licence',
  situation: '新办',
  needs: ['company-registration'],
  party: 'company-registration',
  department: 'amr',
  legalLimit: limit,
  promisedLimit: { ...limit, n: 10 },
  fee: [],
  result: { licenceType: 'food-business-licence', validity: '5y', public: true },
};
const questions = [
  {
    key: 'company',
    title: '是否已有营业执照？',
    titleEn: 'Is there a business licence already?',
    options: [
      { key: 'new', title: '没有，一并办理', titleEn: 'No, register a company as well' },
      { key: 'existing', title: '已有', titleEn: 'Yes' },
    ],
  },
];

const id = '3f0b8c6e-52d1-4d7a-9e84-6b1c9f2a7d35';
const caseId = '8d2c5f7a-1b4e-4960-a3d8-c7e0f9b2a516';
const form = {
  shared: { 'company.name': '示例餐饮有限公司', 'premises.address': '福州市鼓楼区示例路1号' },
  items: { 'food-business-licence': { businessForm: 'catering' } },
};
const answers = { company: 'new' };
const line = {
  id,
  status: 'under-way',
  ...name,
  createdAt: '2026-08-03T01:00:00.000Z',
  submittedAt: '2026-08-03T02:00:00.000Z',
  creating: { made: 1, of: 2 },
};
const { situation, needs, party, fee } = part;

const materials = [
  {
    type: 'business-licence',
    name: '营业执照',
    must: 'must',
    about: 'party',
    originals: 0,
    copies: 0,
    how: 'result',
    from: 'company-registration',
    items: ['food-business-licence'],
  },
];

export const bundleExamples = {
  BundlePage: { items: [{ ...name, items: ['company-registration', 'food-business-licence'] }], nextCursor: null },
  BundleGuide: {
    ...name,
    questions,
    parts: [part],
    form: {
      type: 'object',
      additionalProperties: false,
      required: ['shared', 'items'],
      properties: {
        shared: { type: 'object', properties: { 'company.name': { type: 'string', title: '单位名称' } } },
        items: { type: 'object', properties: { 'food-business-licence': { type: 'object' } } },
      },
    },
    materials,
  },
  BundleInput: { bundleKey: 'open-a-restaurant', answers, form, channel: 'online' },
  BundleDraftInput: { answers, form },
  StageAnswerInput: {
    answer: 'lacking',
    defects: [{ pointer: '/floorArea', what: '建筑面积与设计图不一致', mend: '按设计图改正' }],
  },
  StageNoticeInput: { days: 10 },
  StageSettingsInput: { answerDays: 3 },
  StageSettings: { version: 0, answerDays: 3 },
  BundleActReply: { id, status: 'submitting', version: 3, actions: [] },
  BundleGivenUpReply: {
    id,
    status: 'under-way',
    version: 6,
    actions: [],
    parts: [
      { item: 'company-registration', becomes: 'stays', caseId, outcome: 'granted' },
      { item: 'food-business-licence', becomes: 'withdrawing', caseId: '0a7d1e52-7c3b-4f9e-b5a8-2d6c4e8f1903' },
    ],
  },
  BundleLinePage: { items: [line], nextCursor: null },
  Bundle: {
    ...line,
    version: 5,
    actions: [],
    channel: 'online',
    questions,
    answers,
    commitments: [],
    parts: [
      {
        item: 'company-registration',
        name: '内资企业设立登记',
        nameEn: 'Company registration',
        situation: '新办',
        needs: [],
        fee: [],
        status: 'open',
        caseId,
      },
      { item: part.item, name: part.name, nameEn: part.nameEn, situation, needs, party, fee, status: 'waiting' },
    ],
    materials,
    fees: { dueFen: 0, heldFen: 0, lines: [] },
    form,
    masked: false,
    prefilled: [],
  },
};
