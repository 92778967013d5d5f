import { beforeEach, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import * as bundles from '../../test/support/bundles.ts';
import { ownInbox, restaurant, seedOf } from '../../test/support/bundles.ts';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';

const seed = seedOf(restaurant.bundleKey);
const answers = { company: 'existing', sign: 'no' };
let table: FakeTable;
let world: IntakeWorld;
let inbox: ReturnType<typeof ownInbox>;
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  await cases.publish(world, seed);
  inbox = ownInbox(world);
});

/** As on a day on which an item has taken in as many cases as there are numbers. */
async function usedUp(item: string, day: string): Promise<void> {
  const found = seed.items.find(({ key }) => key === item);
  await table.put({
    pk: `SEQ#${JSON.parse(JSON.stringify(found)).codes.implementing.gulou}#${day}`,
    sk: 'SEQ',
    n: 35_999,
  });
}

async function handedIn(): Promise<string> {
  const form = await bundles.formFor(world, { ...restaurant, answers });
  const { id } = (await world.send(bundles.begin({ ...restaurant, answers, form }))).body;
  expect((await world.send(bundles.act(id, 'submit'))).status).toBe(200);
  await inbox.empty();
  return id;
}
const shown = async (id: string) => {
  const { status, creating, parts } = (await world.send(bundles.show(id))).body;
  return [status, `${creating.made} of ${creating.of}`, parts.map((part: { status: string }) => part.status)];
};

test('a case whose item has no number left today is made by the clock tomorrow, and holds no other case up', async () => {
  await usedUp('food-business-licence', '2026-08-03');
  const id = await handedIn();
  expect(await shown(id)).toEqual(['submitting', '1 of 2', ['opening', 'open']]);
  await tickedAt(world, '2026-08-03T15:59:59Z');
  await inbox.empty();
  expect(await shown(id)).toEqual(['submitting', '1 of 2', ['opening', 'open']]);
  await tickedAt(world, '2026-08-03T16:00:01Z');
  expect(await shown(id)).toEqual(['under-way', '2 of 2', ['open', 'open']]);
  const [made] = (await world.send(bundles.show(id))).body.parts;
  const { status, number } = (await world.send(cases.read(made.caseId, { actor: bundles.founder }))).body;
  expect([status, number.slice(-12)]).toEqual(['submitted', '202608040001']);
});

test('two that have none are made one after the other, and wait on where the next day has none either', async () => {
  for (const item of ['food-business-licence', 'public-place-hygiene']) await usedUp(item, '2026-08-03');
  await usedUp('food-business-licence', '2026-08-04');
  const id = await handedIn();
  expect(await shown(id)).toEqual(['submitting', '0 of 2', ['opening', 'opening']]);
  await tickedAt(world, '2026-08-03T17:00:00Z');
  await inbox.empty();
  expect(await shown(id)).toEqual(['submitting', '1 of 2', ['opening', 'open']]);
  await tickedAt(world, '2026-08-04T17:00:00Z');
  await inbox.empty();
  expect(await shown(id)).toEqual(['under-way', '2 of 2', ['open', 'open']]);
  expect(table.rows().filter(({ pk, sk }) => String(pk).startsWith('BUNDLE#') && sk === 'DUE')).toEqual([]);
});
