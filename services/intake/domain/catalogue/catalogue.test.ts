import { describe, expect, test } from 'vitest';
import { amr, health, itemOf, outlined } from '../../cases.fake.ts';
import { fc } from '../../../../test/support/property.ts';
import { nextCatalogue } from './catalogue.ts';
import type { Item } from './item.ts';
import type { Catalogue } from './line.ts';
import { offeredOn } from './offer.ts';

const today = '2026-08-03';
const input = (...items: Item[]) => outlined({ departments: [amr, health], items, whole: true });
const reversed = (one: Item) => ({ ...one, ...Object.fromEntries(Object.entries(one).toReversed()) });

describe('the next catalogue', () => {
  const first = nextCatalogue(undefined, input(itemOf(), itemOf({ key: 'other' })), today);

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
      today,
    );
    expect([catalogue.version, changed]).toEqual([2, 1]);
    expect(catalogue.items.map(({ version, since }) => [version, since])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  test('does not take another order of keys for a change, nor of items', () => {
    const again = input(reversed(itemOf({ key: 'other' })), reversed(itemOf()));
    expect(nextCatalogue(first.catalogue, again, today).changed).toBe(0);
  });

  test('takes another order in a list for a change', () => {
    expect(nextCatalogue(first.catalogue, input(itemOf({ audience: ['2', '1'] })), today).changed).toBe(1);
  });

  test('holds from its day: until then the version before is offered', () => {
    const later = { ...input(itemOf({ level: 3 })), whole: false, from: '2026-08-10' };
    const { catalogue } = nextCatalogue(first.catalogue, later, today);
    const offered = (day: string) => offeredOn(catalogue, day).items.map(({ key, level }) => [key, level]);
    expect(offered('2026-08-09')).toEqual([
      ['food-business-licence', 4],
      ['other', 4],
    ]);
    expect(offered('2026-08-10')).toEqual([
      ['food-business-licence', 3],
      ['other', 4],
    ]);
  });

  test('a day that has passed means today', () => {
    const late = { ...input(itemOf({ level: 3 })), from: '2026-01-01' };
    expect(nextCatalogue(first.catalogue, late, today).catalogue.items.map(({ from }) => from)).toEqual([today]);
  });

  test('an item that was withdrawn and is offered anew goes on counting', () => {
    const gone = nextCatalogue(first.catalogue, input(itemOf()), today);
    expect([gone.withdrawn, gone.catalogue.withdrawn.map(({ key, version }) => [key, version])]).toEqual([
      1,
      [['other', 2]],
    ]);
    const anew = nextCatalogue(gone.catalogue, input(itemOf(), itemOf({ key: 'other' })), today);
    expect(anew.catalogue.items.map(({ key, version }) => [key, version])).toEqual([
      ['food-business-licence', 1],
      ['other', 3],
    ]);
    expect(anew.catalogue.withdrawn).toEqual([]);
  });
});

const keys = ['a', 'b', 'c'] as const;
const dayOf = (n: number) => `2026-08-${String(n).padStart(2, '0')}`;
const one = fc.record({ key: fc.constantFrom(...keys), level: fc.integer({ min: 1, max: 3 }) });
const publication = fc.record({
  /** Days since the publication before, and until it holds. */
  wait: fc.integer({ min: 0, max: 3 }),
  ahead: fc.integer({ min: 0, max: 4 }),
  whole: fc.boolean(),
  put: fc.uniqueArray(one, { selector: ({ key }) => key }),
  end: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 1 }),
});

/** What was said of an item for a day, in the order in which it was published; level 0: withdrawn. */
type Said = { key: string; level: number; day: number };

/** By the simplest reading: all that was said for days up to this one, day by day, each day in the order of publication. */
function levelOn(day: number, key: string, said: readonly Said[]): number {
  const about = said.filter((one) => one.key === key && one.day <= day);
  let level = 0;
  for (let n = 0; n <= day; n += 1) level = about.findLast((one) => one.day === n)?.level ?? level;
  return level;
}

test('property: whatever is published for whichever day, each day offers what was said for it; versions only rise', () => {
  fc.assert(
    fc.property(fc.array(publication, { minLength: 1, maxLength: 8 }), (publications) => {
      let catalogue: Catalogue | undefined;
      let said: Said[] = [];
      const highest = new Map<string, number>();
      let now = 1;
      for (const { wait, ahead, whole, put, end } of publications) {
        now += wait;
        const day = now + ahead;
        const level = (key: string) => levelOn(day, key, said);
        const named = new Set<string>(put.map(({ key }) => key));
        const ending = end.filter((key) => !named.has(key) && level(key) > 0);
        const unnamed = keys.filter((key) => whole && !named.has(key) && !ending.includes(key) && level(key) > 0);
        const fresh = put.filter((each) => level(each.key) !== each.level);
        const before: Catalogue | undefined = catalogue;
        const next = nextCatalogue(
          before,
          {
            ...input(...put.map((each) => itemOf(each))),
            withdraw: ending.map((key) => ({ key, reason: '取消' })),
            whole,
            from: dayOf(day),
          },
          dayOf(now),
        );
        expect([next.changed, next.withdrawn]).toEqual([fresh.length, ending.length + unnamed.length]);
        said = [
          ...said.filter((each) => !whole || each.day <= day),
          ...fresh.map((each) => ({ ...each, day })),
          ...[...ending, ...unnamed].map((key) => ({ key, level: 0, day })),
        ];
        for (const turn of [...next.catalogue.items, ...next.catalogue.withdrawn].filter(
          ({ since }) => since === next.catalogue.version,
        )) {
          expect(turn.version).toBe((highest.get(turn.key) ?? 0) + 1);
          highest.set(turn.key, turn.version);
        }
        catalogue = next.catalogue;
        for (let each = now; each <= now + 6; each += 1) {
          const offered = offeredOn(catalogue, dayOf(each)).items.map((item) => [item.key, item.level] as const);
          const expected = keys
            .map((key) => [key, levelOn(each, key, said)] as const)
            .filter(([, found]) => found !== 0);
          expect(new Map(offered)).toEqual(new Map(expected));
        }
      }
    }),
  );
});
