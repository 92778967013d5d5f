import { expect, test } from 'vitest';
import { amr, offeredItem } from '../../cases.fake.ts';
import { fc } from '../../../../test/support/property.ts';
import { findItems } from './search.ts';

type ItemFilter = Parameters<typeof findItems>[1];

const items = [
  offeredItem(),
  offeredItem({ key: 'food-licence-renewal', name: '食品经营许可（延续）', nameEn: 'Renewal of a food licence' }),
  offeredItem({
    key: 'birth-registration',
    name: '出生登记',
    nameEn: 'Birth registration',
    audience: ['1'],
    department: 'ps',
  }),
  offeredItem({ key: 'licence', name: '许可证', nameEn: 'Food', audience: ['2'] }),
];
const catalogue = { version: 1, departments: [amr], items };
const keys = (filter: ItemFilter) => findItems(catalogue, filter).map(({ key }) => key);
const all = items.map(({ key }) => key);

test.each<[string, ItemFilter, string[]]>([
  ['without a filter all, in the order of the catalogue', {}, all],
  ['spaces ask for nothing', { q: '  ' }, all],
  ['by part of the name', { q: '食品' }, ['food-business-licence', 'food-licence-renewal']],
  ['the key itself comes first', { q: 'licence' }, ['licence', 'food-business-licence', 'food-licence-renewal']],
  ['by the English name, in any case', { q: 'FOOD' }, ['food-business-licence', 'food-licence-renewal', 'licence']],
  [
    'by most of the characters, when no name has them together',
    { q: '食品许可延期' },
    ['food-licence-renewal', 'food-business-licence'],
  ],
  ['too few characters in common', { q: '食堂卫生' }, []],
  ['by audience', { audience: '1' }, all.slice(0, 3)],
  ['by department', { department: 'ps' }, ['birth-registration']],
  ['by all of them', { q: '许可', audience: '2', department: 'amr' }, [all[0] ?? '', all[1] ?? '', 'licence']],
  ['nothing of another department', { q: '登记', department: 'amr' }, []],
])('%s', (_, filter, expected) => {
  expect(keys(filter)).toEqual(expected);
});

test('property: whatever is asked, the answer is made of items that pass the filters, each once', () => {
  const filter = fc.record(
    {
      q: fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\ud800', '***', '食', '品 经', '(', '\\', '[a', 'licence'),
      ),
      audience: fc.constantFrom('1', '2', '3'),
      department: fc.constantFrom('amr', 'ps', 'x'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filter, (given) => {
      const found = findItems(catalogue, given);
      expect(new Set(found).size).toBe(found.length);
      for (const item of found) {
        expect(items).toContain(item);
        if (given.department) expect(item.department).toBe(given.department);
        if (given.audience) expect(item.audience).toContain(given.audience);
      }
    }),
  );
});
