import { describe, expect, test } from 'vitest';
import { schemaFault } from '#shared/json-schema';
import { amr, health, itemOf } from '../../cases.fake.ts';
import { fc } from '../../../../test/support/property.ts';
import { faultsIn, nextCatalogue } from './catalogue.ts';
import type { Catalogue, CatalogueInput, Item } from './item.ts';

const input = (...items: Item[]): CatalogueInput => ({ departments: [amr, health], items });
const faults = (given: CatalogueInput) =>
  faultsIn(given, schemaFault).map(({ path, code }) => `${path.join('/')} ${code}`);
const limit = (n: number, unit: 'day' | 'working-day' = 'working-day') =>
  ({ n, unit, from: 'accepted', of: 'office' }) as const;

const reversed = (one: Item) => ({ ...one, ...Object.fromEntries(Object.entries(one).toReversed()) });

describe('faults', () => {
  test('of a good catalogue are none', () => {
    expect(faults(input(itemOf(), itemOf({ key: 'other', needs: ['food-business-licence|other'] })))).toEqual([]);
  });

  test.each<[string, CatalogueInput, string[]]>([
    ['a key that stands twice', input(itemOf(), itemOf()), ['items/1/key duplicate']],
    ['a department that stands twice', { departments: [amr, amr], items: [itemOf()] }, ['departments/1/key duplicate']],
    ['an unknown department', input(itemOf({ department: 'none' })), ['items/0/department unknown-department']],
    [
      'an unknown department of a step',
      input(
        itemOf({
          steps: [
            { department: 'amr', mode: 'serial' },
            { department: 'none', mode: 'serial' },
          ],
        }),
      ),
      ['items/0/steps/1/department unknown-department'],
    ],
    [
      'an unknown department at its side',
      input(itemOf({ jointDepartments: ['health', 'none'] })),
      ['items/0/jointDepartments/1 unknown-department'],
    ],
    [
      'an unknown item among those it needs',
      input(itemOf({ needs: ['food-business-licence', 'food-business-licence|none'] })),
      ['items/0/needs/1 unknown-item'],
    ],
    [
      'a promise longer than the law',
      input(itemOf({ promisedLimit: limit(21) })),
      ['items/0/promisedLimit promise-too-long'],
    ],
    ['rules of a form that are none', input(itemOf({ form: { type: 'string' } })), ['items/0/form broken-form']],
    [
      'a mask that would not be found',
      input(itemOf({ form: { type: 'object', properties: { a: { 'x-mask': 'nickname' } } } })),
      ['items/0/form broken-form'],
    ],
  ])('%s', (_, given, expected) => {
    expect(faults(given)).toEqual(expected);
  });

  test('a promise as long as the law, or in another unit, is none', () => {
    expect(faults(input(itemOf({ promisedLimit: limit(20) })))).toEqual([]);
    expect(faults(input(itemOf({ promisedLimit: limit(25, 'day') })))).toEqual([]);
  });

  test('are all named at once, by their place in what was posted', () => {
    const bad = itemOf({ department: 'none', promisedLimit: limit(99), needs: ['nothing'], form: {} });
    expect(faults({ departments: [amr, amr], items: [itemOf(), bad] })).toEqual([
      'departments/1/key duplicate',
      'items/1/key duplicate',
      'items/1/department unknown-department',
      'items/1/needs/0 unknown-item',
      'items/1/promisedLimit promise-too-long',
      'items/1/form broken-form',
    ]);
  });
});

describe('the next catalogue', () => {
  const first = nextCatalogue(undefined, input(itemOf(), itemOf({ key: 'other' })));

  test('begins with version 1 of everything', () => {
    expect(first.changed).toBe(2);
    expect(first.catalogue.version).toBe(1);
    expect(first.catalogue.items.map(({ version, since }) => [version, since])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('gives only what differs a next version, from then on', () => {
    const { catalogue, changed } = nextCatalogue(
      first.catalogue,
      input(itemOf({ level: 3 }), itemOf({ key: 'other' })),
    );
    expect([catalogue.version, changed]).toEqual([2, 1]);
    expect(catalogue.items.map(({ version, since }) => [version, since])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  test('does not take another order of keys for a change, nor of items', () => {
    const again = input(reversed(itemOf({ key: 'other' })), reversed(itemOf()));
    expect(nextCatalogue(first.catalogue, again).changed).toBe(0);
  });

  test('takes another order in a list for a change', () => {
    expect(nextCatalogue(first.catalogue, input(itemOf({ audience: ['2', '1'] }))).changed).toBe(1);
  });

  test('property: from one publication to the next versions never fall, and rise by one with the content', () => {
    const one = fc.record({ key: fc.constantFrom('a', 'b', 'c'), level: fc.integer({ min: 1, max: 3 }) });
    const publication = fc.uniqueArray(one, { minLength: 1, selector: ({ key }) => key });
    fc.assert(
      fc.property(fc.array(publication, { minLength: 1, maxLength: 6 }), (publications) => {
        let now: Catalogue | undefined;
        for (const items of publications) {
          const next = nextCatalogue(now, input(...items.map((each) => itemOf(each))));
          expect(next.catalogue.version).toBe((now?.version ?? 0) + 1);
          for (const item of next.catalogue.items) {
            const before = now?.items.find(({ key }) => key === item.key);
            const same = before?.level === item.level;
            if (before)
              expect([item.version, item.since]).toEqual(
                same ? [before.version, before.since] : [before.version + 1, next.catalogue.version],
              );
            else expect([item.version, item.since]).toEqual([1, next.catalogue.version]);
          }
          now = next.catalogue;
        }
      }),
    );
  });
});
