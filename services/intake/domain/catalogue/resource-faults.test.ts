import { expect, test } from 'vitest';
import { schemaFaults } from '#shared/json-schema-faults';
import { amr, faultsOf, itemOf } from '../../cases.fake.ts';
import { formFaults } from './form-faults.ts';
import { catalogueInput } from './item.ts';

const line = {
  name: '材料',
  must: 'must',
  restsOn: 'item',
  source: 'government',
  about: 'party',
  originals: 0,
  copies: 0,
} as const;
const faultsWith = (...resources: string[]) => {
  const materials = resources.map((sharedResource, n) => ({ ...line, type: `m-${n}`, sharedResource }));
  const input = catalogueInput().parse({ departments: [amr], items: [itemOf({ materials })] });
  return faultsOf(input).map(({ path, code }) => `${path.join('/')} ${code}`);
};

test('an item counts on nothing that no office provides, or that may not be shared', () => {
  expect(faultsWith('population', 'tax')).toEqual([]);
  expect(faultsWith('population', 'weather', 'medical-records')).toEqual([
    'items/0/materials/1/sharedResource unknown-resource',
    'items/0/materials/2/sharedResource resource-not-shared',
  ]);
});

test.each([
  ['shared:population/sex', []],
  ['shared:population/shoe-size', ['unknown-source']],
  ['shared:weather/rain', ['unknown-source']],
  ['licence:food-business-licence/number', []],
  ['party', []],
])('a form that takes a field from %s has the faults %j', (source, codes) => {
  const field = { type: 'string', title: '性别', 'x-title-en': 'Sex', 'x-source': source };
  const steps = [{ title: '填写', titleEn: 'Fill in', fields: ['sex'] }];
  const faults = formFaults({ type: 'object', properties: { sex: field }, 'x-steps': steps }, schemaFaults);
  expect(faults.map(({ code }) => code)).toEqual(codes);
});
