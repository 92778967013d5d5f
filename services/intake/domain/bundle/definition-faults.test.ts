import { expect, test } from 'vitest';
import { amr, faultsOf, health, itemOf } from '../../cases.fake.ts';
import { labelled } from '../../labelled.fake.ts';
import type { BundleDefinition } from './definition.ts';

const field = (type: string) => ({ type: 'object', properties: { name: { type, 'x-same-as': 'company.name' } } });
const items = [
  itemOf({ key: 'company', creates: 'party', form: field('string') }),
  itemOf({ key: 'licence', form: field('string') }),
  itemOf({ key: 'sign', form: labelled(field('number')) }),
  itemOf({ key: 'guide-only', form: undefined }),
  itemOf({ key: 'renewals', situations: ['延续', '新办'] }),
];
const question = {
  key: 'sign',
  title: '是否设置招牌？',
  titleEn: 'A sign?',
  options: [
    { key: 'yes', title: '是', titleEn: 'Yes' },
    { key: 'no', title: '否', titleEn: 'No' },
  ],
};
const bundle = (rest: Partial<BundleDefinition> = {}): BundleDefinition => ({
  key: 'open',
  name: '开办',
  nameEn: 'Open',
  questions: [question],
  parts: [
    { item: 'company', needs: [] },
    { item: 'licence', situation: '新办', needs: ['company'], party: 'company', when: { sign: ['yes'] } },
  ],
  ...rest,
});
const [company, licence] = bundle().parts;
const faults = (...bundles: BundleDefinition[]) =>
  faultsOf({ departments: [amr, health], items, bundles }).map(
    ({ path, code, about }) => `${path.join('/')} ${code} ${about}`,
  );

test('a good bundle has none', () => {
  expect(faults(bundle())).toEqual([]);
});

test.each<[string, BundleDefinition[], string[]]>([
  ['a key that stands twice', [bundle(), bundle()], ['bundles/1/key duplicate open']],
  [
    'an item that the set does not own',
    [bundle({ parts: [company!, { item: 'elsewhere', needs: [] }] })],
    ['bundles/0/parts/1/item unknown-item elsewhere'],
  ],
  [
    'an item that cannot be applied for',
    [bundle({ parts: [company!, { item: 'guide-only', needs: [] }] })],
    ['bundles/0/parts/1/item item-without-form guide-only'],
  ],
  ['an item twice', [bundle({ parts: [company!, company!] })], ['bundles/0/parts/1/item duplicate company']],
  [
    'a situation that the item does not have',
    [bundle({ parts: [company!, { ...licence!, situation: '注销' }] })],
    ['bundles/0/parts/1/situation unknown-situation 注销'],
  ],
  [
    'a renewal, even where an item has nothing else',
    [bundle({ parts: [company!, { item: 'renewals', needs: [] }] })],
    ['bundles/0/parts/1/situation renewal-in-bundle renewals'],
  ],
  [
    'a need outside',
    [bundle({ parts: [company!, { item: 'licence', needs: ['sign'] }] })],
    ['bundles/0/parts/1/needs/0 not-in-bundle sign'],
  ],
  [
    'a circle of needs',
    [bundle({ parts: [{ ...company!, needs: ['licence'] }, licence!] })],
    ['bundles/0/parts/0/needs needs-circle company', 'bundles/0/parts/1/needs needs-circle licence'],
  ],
  [
    'an item that needs itself',
    [bundle({ parts: [company!, { item: 'licence', needs: ['licence'] }] })],
    ['bundles/0/parts/1/needs needs-circle licence'],
  ],
  [
    'a party that is created by nobody, or not before',
    [
      bundle({
        parts: [
          { ...company!, party: 'licence' },
          { item: 'licence', needs: [], party: 'company' },
        ],
      }),
    ],
    ['bundles/0/parts/0/party party-not-created licence', 'bundles/0/parts/1/party party-not-created company'],
  ],
  [
    'answers that nobody can give',
    [bundle({ parts: [company!, { ...licence!, when: { sign: ['maybe'], colour: ['red'] } }] })],
    ['bundles/0/parts/1/when/sign unknown-answer maybe', 'bundles/0/parts/1/when/colour unknown-answer red'],
  ],
  [
    'questions and options that stand twice',
    [bundle({ questions: [question, { ...question, options: [question.options[0]!, question.options[0]!] }] })],
    ['bundles/0/questions/1/key duplicate sign', 'bundles/0/questions/1/options/1/key duplicate yes'],
  ],
  [
    'a shared field of two types',
    [bundle({ parts: [company!, { item: 'sign', needs: [] }] })],
    ['bundles/0/parts/1/item shared-field-differs company.name'],
  ],
])('%s', (_, bundles, expected) => {
  expect(faults(...bundles)).toEqual(expected);
});

test('an item that is published anew may not break a bundle that stands; one that ends takes the bundle with it', () => {
  const standing = { departments: [amr, health], items, bundles: [bundle()] };
  const broken = (...posted: typeof items) =>
    faultsOf({ items: posted }, standing).map(({ path, code, about }) => `${path.join('/')} ${code} ${about}`);
  const [company] = items;
  expect(broken({ ...company!, level: 3 })).toEqual([]);
  expect(broken({ ...company!, creates: undefined })).toEqual(['items/0 party-not-created company']);
  expect(broken({ ...items[1]!, form: labelled(field('number')) })).toEqual([
    'items/0 shared-field-differs company.name',
  ]);
  const withdraw = [{ key: 'company', reason: '取消' }];
  expect(faultsOf({ withdraw }, standing)).toEqual([]);
});
