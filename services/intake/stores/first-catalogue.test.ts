import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { staffActor } from '../../../test/support/actors.ts';
import * as cases from '../../../test/support/intake.ts';
import type { IntakeWorld } from '../../../test/support/intake.ts';
import { amr, health, itemOf, offeredItem } from '../cases.fake.ts';

const packed = (content: object) => ({ schema: 1, content: gzipSync(JSON.stringify(content)) });
const rest = { departments: [amr, health], bundles: [], withdrawn: [], adjustments: [] };
const other = offeredItem({ key: 'other', version: 1 });
const first = { version: 1, ...rest, items: [offeredItem(), other], counts: { [itemOf().key]: 1, other: 1 } };
const second = {
  ...first,
  version: 2,
  items: [offeredItem({ level: 5, version: 2, since: 2 }), other],
  counts: { ...first.counts, [itemOf().key]: 2 },
};
const id = '0190a5b2-0000-7000-8000-000000000001';

let table: FakeTable;
let world: IntakeWorld;
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  const at = { pk: 'CATALOGUE' };
  await table.put({ ...at, sk: 'V#000001', version: 1, ...packed(first) });
  await table.put({ ...at, sk: 'V#000002', version: 2, ...packed(second) });
  await table.put({ ...at, sk: 'CURRENT', version: 2, ...packed(second) });
});
const show = async (key: string, through = world) => (await through.send({ path: `/intake/public/items/${key}` })).body;

test('a catalogue that was kept in one row is read as it was, by later readers too, and a case finds its version', async () => {
  for (const through of [world, cases.intakeOver(table)]) {
    expect(await show(itemOf().key, through)).toEqual(second.items[0]);
    expect((await through.send({ path: '/intake/public/items' })).body.items).toHaveLength(2);
    const old = { itemVersion: 1, catalogueVersion: 1 };
    expect(await through.deps.catalogue.itemAt(itemOf().key, old)).toEqual(first.items[0]);
  }
});

test('the next catalogue is made from it', async () => {
  const published = await cases.publishParts(world, [{ items: [itemOf({ key: 'other', name: '另一事项' })] }]);
  expect(published.body).toMatchObject({ catalogueVersion: 3, items: 2, changed: 1 });
  expect(await show('other')).toMatchObject({ name: '另一事项', version: 2, since: 3 });
  expect(await show(itemOf().key)).toEqual(second.items[0]);
});

test('an edition that was prepared then can be read and published', async () => {
  const preparedBy = [{ sub: 'editor', partyId: 'p_editor' }];
  const createdAt = '2026-08-01T00:00:00.000Z';
  const record = { id, version: 2, state: 'in-review', whole: false, items: 1, withdraw: 0, preparedBy, createdAt };
  const content = {
    departments: [],
    items: [itemOf({ key: 'other', name: '另一事项' })],
    bundles: [],
    withdraw: [],
    whole: false,
  };
  await table.put({ pk: `EDITION#${id}`, sk: 'REC', schema: 1, ...record });
  await table.put({ pk: `EDITION#${id}`, sk: 'CONTENT', ...packed(content) });
  const actor = staffActor('catalogue-publisher');
  const path = `/intake/catalogue/editions/${id}`;
  expect((await world.send({ path, actor })).body).toMatchObject({ parts: 1, missing: [], content });
  const done = await world.send({
    method: 'POST',
    path: `${path}/publish`,
    actor,
    headers: cases.freshKey(),
    body: {},
  });
  expect(done.body).toMatchObject({ status: 'published', changed: 1 });
  expect(await show('other')).toMatchObject({ name: '另一事项', version: 2 });
});
