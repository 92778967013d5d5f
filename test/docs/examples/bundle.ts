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
    materials: [
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
    ],
  },
};
