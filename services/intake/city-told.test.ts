import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { amr, codesOf, itemOf } from './cases.fake.ts';

// The keys are as long as they may be: what is told of an item takes some 300 bytes, a fact of them 7 KB, a publication 90 facts.
const items = Array.from({ length: 2600 }, (_, n) =>
  itemOf({
    key: `${'long-'.repeat(11)}${10_000 + n}`,
    form: undefined,
    codes: { ...codesOf(`0001319${10_000 + n}`), implementing: {} },
  }),
);

/** Items in parts that requests take. */
function inParts(all: typeof items, whole: boolean): object[] {
  const parts = Array.from({ length: Math.ceil(all.length / 280) }, (_, n) => all.slice(n * 280, n * 280 + 280));
  const [first, ...others] = parts.map((part) => ({ items: part }));
  return [{ ...first, departments: [amr], whole, parts: parts.length }, ...others];
}

test('limits of more codes than a publication can tell are refused plainly; in two editions they are told', async () => {
  const city = cases.intakeOver(fakeTable(), { set: 'fuzhou' });
  const refused = await cases.publishParts(city, inParts(items, false));
  expect([refused.status, refused.body.errors]).toMatchObject([400, [{ pointer: '', code: 'too-many-limits' }]]);
  expect(await city.facts()).toEqual([]);

  for (const half of [items.slice(0, 1300), items.slice(1300)]) {
    expect((await cases.publishParts(city, inParts(half, false))).body).toMatchObject({ changed: 1300 });
  }
  const told = (await city.facts()).flatMap(({ data }) => data['limits']);
  expect(told).toHaveLength(2600);

  // A whole catalogue tells all of it again where there is room for that, else what has changed.
  const again = await cases.publishParts(city, inParts(items, true));
  expect(again.body).toMatchObject({ catalogueVersion: 3, changed: 0, withdrawn: 0 });
  expect((await city.facts()).filter(({ sequence }) => sequence === 3)).toMatchObject([{ data: { changed: 0 } }]);
});
