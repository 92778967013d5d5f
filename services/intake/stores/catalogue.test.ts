import { expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { fc } from '../../../test/support/property.ts';
import { amr, itemOf, outlined } from '../cases.fake.ts';
import { adjustedCatalogue, nextCatalogue } from '../domain/catalogue/catalogue.ts';
import { endOfItem } from '../domain/catalogue/item-end.ts';
import type { Item } from '../domain/catalogue/item.ts';
import type { Catalogue } from '../domain/catalogue/line.ts';
import { offeredOn } from '../domain/catalogue/offer.ts';
import { catalogueStore } from './catalogue.ts';
import { catalogueWriter } from './catalogue-writes.ts';
import { keepContents, linedUp } from './item-rows.ts';

// More than one leaf holds; a few of them change.
const keys = Array.from({ length: 70 }, (_, n) => `item-${n}`);
const touched = keys.slice(0, 4);
const touchedKey = fc.constantFrom(...touched);
const dayOf = (n: number) => `2026-08-${String(n).padStart(2, '0')}`;
const steps = fc.array(
  fc.oneof(
    fc.record({
      put: fc.uniqueArray(fc.record({ key: touchedKey, level: fc.integer({ min: 1, max: 3 }) }), {
        selector: ({ key }) => key,
      }),
      end: fc.record({ key: touchedKey, successor: touchedKey }),
      ahead: fc.integer({ min: 0, max: 3 }),
    }),
    fc.record({ adjust: touchedKey, level: fc.integer({ min: 4, max: 6 }) }),
  ),
  { minLength: 1, maxLength: 6 },
);
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

const id = '0190a5b2-0000-7000-8000-000000000001';
const whole = (level: number): Item[] => keys.map((key) => itemOf({ key, level, name: `事项${key}` }));

/** A table in which catalogues are published one after the other; the last of them. */
async function publishing(table: FakeTable) {
  let last: Catalogue | undefined;
  const begin = async (next: Catalogue) => {
    await table.transact(await catalogueWriter(table).stage(next));
    last = next;
  };
  const items = async (all: Item[], rest: object, day: number) => {
    const outline = outlined({ departments: [amr], items: all, ...rest });
    await keepContents(table, all, outline.items);
    await begin(nextCatalogue(last, outline, dayOf(day)).catalogue);
  };
  await items(whole(2), { whole: true }, 1);
  return {
    async take(step: Step, day: number): Promise<Catalogue> {
      if ('adjust' in step && last) {
        const { adjust: key, level } = step;
        await begin(adjustedCatalogue(last, key, [{ id, key, level, basis: '依据' }]));
      } else if ('put' in step) {
        const put = step.put.filter(({ key }) => key !== step.end.key).map((one) => itemOf(one));
        const ends = step.end.key !== step.end.successor;
        const withdraw = ends ? [{ ...step.end, reason: '取消' }] : [];
        await items(put, { withdraw, from: dayOf(day + step.ahead) }, day);
      }
      if (!last) throw new Error('nothing is published');
      return last;
    },
  };
}

test('property: whatever is published, what is found by key, in lists and by the version of a case is the same', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const table = fakeTable();
      const publisher = await publishing(table);
      const kept = new Map<string, { catalogueVersion: number; level: number }>();
      for (const [n, step] of taken.entries()) {
        const published = await publisher.take(step, n + 1);
        for (const day of [n + 1, n + 3]) {
          const store = catalogueStore(table, () => new Date(`${dayOf(day)}T04:00:00Z`));
          const expected = offeredOn(published, dayOf(day));
          expect(await store.current()).toEqual(expected);
          for (const key of [...touched, 'item-69', 'none']) {
            const line = expected.items.find((one) => one.key === key);
            const { item } = (await store.item(key)) ?? {};
            expect(await store.endOf(key)).toEqual(endOfItem(expected, key));
            expect([item?.version, item?.level, item?.from]).toEqual([line?.version, line?.level, line?.from]);
            if (item) kept.set(`${key} ${item.version}`, { catalogueVersion: published.version, level: item.level });
          }
          const lines = expected.items.slice(0, 6);
          expect((await store.contents(lines)).map((item) => linedUp(item).content)).toEqual(
            lines.map(({ content }) => content),
          );
        }
      }
      const store = catalogueStore(table, () => new Date(`${dayOf(20)}T04:00:00Z`));
      for (const [name, { catalogueVersion, level }] of kept) {
        const [key = '', version] = name.split(' ');
        const found = await store.itemAt(key, { itemVersion: Number(version), catalogueVersion });
        expect([found.version, found.level]).toEqual([Number(version), level]);
      }
    }),
    { numRuns: 25 },
  );
});
