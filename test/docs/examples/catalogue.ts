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

export const catalogueExamples = {
  Catalogue: {
    departments: [
      { key: 'amr', name: '市场监督管理局', nameEn: 'Market Regulation' },
      { key: 'justice', name: '司法局', nameEn: 'Justice', reviews: true },
    ],
    items: [item],
  },
  CataloguePublished: { version: 4, items: 120, changed: 3 },
  Item: { ...item, version: 1, since: 1 },
  ItemPage: { items: [{ ...item, version: 1, since: 1 }], nextCursor: null },
};
