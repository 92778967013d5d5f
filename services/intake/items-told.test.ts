import { beforeEach, expect, test } from 'vitest';
import type { Envelope } from '#events/event';
import { ItemsPublishedV1 } from '#events/intake/items-published.v1';
import { fakeTable } from '#shared/table.fake';
import { toldFees } from '../../test/support/fees.ts';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';
import { codesFor, itemOf } from './cases.fake.ts';

const line = {
  name: '材料',
  must: 'must',
  restsOn: 'item',
  source: 'applicant',
  about: 'premises',
  originals: 1,
  copies: 0,
} as const;
const materials = [
  { ...line, type: 'plan', sharedResource: null },
  { ...line, type: 'licence', sharedResource: 'legal-entity', situations: ['新办' as const] },
];
const commitment = { text: '承诺', basis: '办法', covers: ['plan'], checkWithin: 30 };
const food = itemOf({ materials, commitment });
const other = itemOf({ key: 'health-item', department: 'health' });

let world: IntakeWorld;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  await cases.publish(world, { ...cases.publication, items: [food, other] });
});

const of = async (type: string) => (await world.facts()).filter((one) => one.type === `intake.${type}.v1`);
/** Brings intake what it told itself; what it tells others then. */
async function told(...facts: Envelope[]) {
  const before = new Set((await of('items-published')).map(({ id }) => id));
  expect(await toldFees(world.deps, ...facts)).toBe(0);
  return (await of('items-published')).filter(({ id }) => !before.has(id));
}
const published = async (n: number) => (await of('catalogue-published')).filter(({ data }) => data['version'] === n);
const itemsIn = (facts: readonly Envelope[]) => facts.flatMap(({ data }) => ItemsPublishedV1.data.parse(data).items);

test('a set tells what each item asks for, from which day, when it publishes a catalogue', async () => {
  const facts = await told(...(await published(1)));
  expect(facts).toMatchObject([{ subject: 'items-gulou', sequence: 1 }]);
  expect(itemsIn(facts)).toMatchObject([
    {
      item: food.key,
      turns: [
        {
          version: 1,
          from: '2026-08-03',
          situations: ['新办'],
          covered: ['plan'],
          requirements: [
            { requirement: 'plan', about: 'premises', must: 'must' },
            { requirement: 'licence', shared: 'legal-entity', situations: ['新办'] },
          ],
        },
      ],
    },
    { item: 'health-item' },
  ]);
});

test('later it tells what has changed, with all that is to hold of it, and what is withdrawn', async () => {
  const edition = {
    items: [{ ...food, materials: [], commitment: undefined }],
    from: '2026-09-01',
    whole: false,
    ...cases.groundFor(food.key),
  };
  await cases.publish(world, edition);
  const changed = itemsIn(await told(...(await published(2))));
  expect(changed).toMatchObject([{ item: food.key, turns: [{ version: 1 }, { version: 2, from: '2026-09-01' }] }]);
  expect(changed).toHaveLength(1);

  await cases.publish(world, { items: [], withdraw: [{ key: 'health-item', reason: '取消' }], whole: false });
  expect(itemsIn(await told(...(await published(3))))).toEqual([
    { item: 'health-item', turns: [{ version: 2, from: '2026-08-03' }] },
  ]);
});

test('a whole catalogue tells all of it, as what was to hold later is overtaken; one of another set tells nothing here', async () => {
  await cases.publish(world, {
    items: [{ ...food, materials: [], commitment: undefined }],
    from: '2026-09-01',
    whole: false,
    ...cases.groundFor(food.key),
  });
  await cases.publish(world, { ...cases.publication, items: [food, other] });
  const [fact] = await published(3);
  expect(itemsIn(await told(...(fact ? [fact] : [])))).toMatchObject([
    { item: food.key, turns: [{ version: 1 }] },
    { item: 'health-item' },
  ]);
  expect(await told(...(fact ? [{ ...fact, id: crypto.randomUUID(), district: 'fuzhou' }] : []))).toEqual([]);
});

test('a publication that the city tells in several facts, for the limits of its items, tells each item once', async () => {
  world = cases.intakeOver(fakeTable(), { set: 'fuzhou' });
  const keys = Array.from({ length: 60 }, (_, n) => `item-${n}`);
  await cases.publish(world, { ...cases.publication, items: keys.map((key) => itemOf({ key, codes: codesFor(key) })) });
  const facts = await published(1);
  expect(new Set(facts.map(({ data }) => data['part']))).toEqual(new Set(facts.map((_, n) => n + 1)));
  expect(facts.length).toBeGreaterThan(1);
  const items = itemsIn(await told(...facts)).map(({ item }) => item);
  expect(items.toSorted()).toEqual(keys.toSorted());
});

test('many items take several facts, each below 8 KB', async () => {
  const keys = Array.from({ length: 40 }, (_, n) => `item-${n}`);
  const items = keys.map((key) =>
    itemOf({
      key,
      codes: codesFor(key),
      materials: Array.from({ length: 9 }, (_, n) => ({ ...line, type: `m-${n}`, sharedResource: null })),
    }),
  );
  await cases.publish(world, { ...cases.publication, items });
  const facts = await told(...(await published(2)));
  expect(facts.length).toBeGreaterThan(3);
  for (const one of facts) expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThan(8192);
  expect(
    itemsIn(facts)
      .filter(({ turns }) => turns.length > 0)
      .map(({ item }) => item),
  ).toEqual(expect.arrayContaining(keys));
});
