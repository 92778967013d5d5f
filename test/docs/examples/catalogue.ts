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
      restsOn: 'item',
      must: 'must',
      source: 'applicant',
      sharedResource: null,
      about: 'premises',
      originals: 0,
      copies: 1,
    },
  ],
  fee: [
    {
      code: 'road-repair',
      name: '城市道路占用挖掘修复费',
      rule: 'per square metre, charged after measuring',
      payee: 'urban',
      kind: 'non-tax',
      destination: 'treasury',
      timing: 'after-assessment',
      gate: 'result',
      unit: 'square-metre',
      rateFen: 30_000,
      sampleRate: true,
      restsOn: 'item',
    },
  ],
  legalLimit: limit,
  promisedLimit: { ...limit, n: 10 },
  basis: '《食品经营许可和备案管理办法》',
  result: { licenceType: 'food-business', validity: '5y', public: true },
  situations: ['新办', '变更', '延续', '补证', '注销'],
};

const content = {
  departments: [
    { key: 'amr', name: '市场监督管理局', nameEn: 'Market Regulation' },
    { key: 'justice', name: '司法局', nameEn: 'Justice', reviews: true },
  ],
  items: [item],
  bundles: [],
  withdraw: [{ key: 'catering-licence', successor: 'food-business-licence', reason: '并入食品经营许可。' }],
  whole: false,
  from: '2026-10-01',
};
const id = '0190a5b2-1111-7000-8000-000000000021';
const stands = { id, status: 'in-review', version: 2, actions: ['send-back', 'publish'] };
const edition = {
  ...stands,
  whole: false,
  from: '2026-10-01',
  items: 1,
  withdraw: 1,
  parts: 1,
  base: 3,
  preparedBy: ['editor'],
  createdAt: '2026-08-03T01:00:00.000Z',
};
const published = { version: 1, since: 1, from: '2026-08-03' };
const offered = { ...item, ...published };
const { materials: _, fee, basis, result, ...line } = item;
const summary = { ...line, online: false, ...published };

const adjusts = { id, status: 'approved', version: 2, catalogueVersion: 5, actions: [] };
const better = { promise: { n: 3, unit: 'working-day' }, level: 6, community: true };
const review = { basis: '市政府关于扩大县（区）管理权限的决定', burden: '为社区增配两名人员并培训。' };
const adjustment = {
  ...adjusts,
  itemKey: item.key,
  change: better,
  ...review,
  proposedBy: 'editor',
  proposedAt: '2026-08-03T01:00:00.000Z',
  reviewedBy: 'publisher',
  reviewedAt: '2026-08-05T01:00:00.000Z',
  opinion: '依据充分，人员到位。',
};

export const catalogueExamples = {
  AdjustmentInput: { ...better, ...review },
  AdjustmentOpinionInput: { opinion: '依据充分，人员到位。' },
  AdjustmentActReply: adjusts,
  Adjustment: adjustment,
  AdjustmentPage: { items: [adjustment], nextCursor: null },
  Catalogue: content,
  CataloguePart: { departments: [], items: [item], bundles: [], withdraw: [], whole: false },
  EditionActReply: stands,
  EditionPublishInput: { opinion: '新增检验报告有食品经营许可和备案管理办法为据，负担相称，同意发布。' },
  EditionReasonInput: { reason: '请补充设定依据。' },
  EditionPage: { items: [edition], nextCursor: null },
  Edition: {
    ...edition,
    missing: [],
    content,
    timeline: [
      { at: '2026-08-03T01:00:00.000Z', act: 'create', office: 'gulou/catalogue-editor', actor: 'editor' },
      { at: '2026-08-03T02:00:00.000Z', act: 'submit', office: 'gulou/catalogue-editor', actor: 'editor' },
    ],
  },
  CataloguePublished: {
    id,
    status: 'published',
    version: 3,
    catalogueVersion: 4,
    actions: [],
    items: 120,
    changed: 3,
    withdrawn: 1,
    bundlesEnded: [],
    bundlesNarrowed: ['open-a-restaurant'],
  },
  Item: offered,
  Requirements: {
    itemKey: item.key,
    version: 1,
    name: item.name,
    nameEn: item.nameEn,
    basis: item.basis,
    department: 'amr',
    committed: false,
    situations: [{ situation: '新办', requirements: [{ ...item.materials[0], basis: item.basis, asked: true }] }],
  },
  Themes: { items: [{ key: 'open-a-business', name: '开办企业', nameEn: 'Opening a business', items: 12 }] },
  ItemPage: { items: [summary], nextCursor: null },
};
