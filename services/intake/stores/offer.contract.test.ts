import { beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '#shared/table';
import { engineForTests } from '../../../test/support/engine-table.ts';
import * as cases from '../../../test/support/intake.ts';
import { draft, type IntakeWorld } from '../../../test/support/intake.ts';
import { amr, demoForm, health, itemOf } from '../cases.fake.ts';

const engine = engineForTests();

// No form of the tests fits it.
const strict = { ...demoForm, properties: { ...demoForm.properties, operator: { type: 'string', minLength: 50 } } };
const offer = (...items: object[]) => ({ departments: [amr, health], items });

describe.each(engine.tables)('what is offered, over %s', (_, create) => {
  let table: Table;
  let world: IntakeWorld;
  beforeEach(async () => {
    table = await create();
    world = cases.intakeOver(table);
  });
  const list = (query = {}) => world.send({ path: '/intake/public/items', query });
  const show = (key: string) => world.send({ path: `/intake/public/items/${key}` });
  const submitted = async (id: string, through = world) => (await through.send(cases.submit(id))).status;

  test('before the first catalogue there is nothing, and no error', async () => {
    expect((await list()).body).toEqual({ items: [], nextCursor: null });
    expect((await show('food-business-licence')).status).toBe(404);
  });

  test('a catalogue is loaded whole, told once, and open to everybody', async () => {
    const { status, headers, body } = await cases.publish(world);
    expect([status, headers['ETag']]).toEqual([200, '"3"']);
    expect(body).toMatchObject({ status: 'published', catalogueVersion: 1, items: 3, changed: 3, withdrawn: 0 });
    const facts = await world.facts();
    expect(facts).toMatchObject([
      { type: 'intake.catalogue-published.v1', subject: 'catalogue', sequence: 1, data: { version: 1, changed: 3 } },
    ]);
    const items = (await list()).body.items;
    expect(items.map(({ key }: { key: string }) => key)).toEqual([
      'food-business-licence',
      'guide-only',
      'health-item',
    ]);
    expect(items[0]).not.toHaveProperty('form');
    expect((await show('food-business-licence')).body).toEqual({
      ...itemOf(),
      version: 1,
      since: 1,
      from: '2026-08-03',
    });
    expect((await list()).headers['Cache-Control']).toMatch(/^public/);
  });

  test('with any fault it is refused whole, and the one offered stays', async () => {
    await cases.publish(world);
    const bad = offer(itemOf({ department: 'none' }), itemOf({ key: 'a/b' }));
    const shape = await cases.publish(world, bad);
    expect([shape.status, shape.body.errors]).toMatchObject([
      400,
      [{ pointer: '/items/1/key' }, { pointer: '/items/0/department' }],
    ]);
    const content = await cases.publish(world, offer(itemOf({ department: 'none' }), itemOf()));
    expect([content.body.code, content.body.errors]).toMatchObject([
      'catalogue-invalid',
      [{ pointer: '/items/1/key' }, { pointer: '/items/0/department' }],
    ]);
    expect((await cases.intakeOver(table).send({ path: '/intake/public/items' })).body.items).toHaveLength(3);
    expect(await world.facts()).toHaveLength(1);
  });

  test('two publishers at once: one is loaded, and the other is told that the same items have changed', async () => {
    const both = await Promise.all([cases.publish(world), cases.publish(cases.intakeOver(table), offer(itemOf()))]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
    expect(both.flatMap(({ body }) => body.errors ?? [])[0].code).toBe('changed-since');
    expect((await world.facts()).map(({ sequence }) => sequence)).toEqual([1]);
  });

  test('a snapshot is trusted for 30 seconds, then looked at again', async () => {
    const other = cases.intakeOver(table);
    await cases.publish(world);
    expect((await show('guide-only')).status).toBe(200);
    await cases.publish(other, offer(itemOf()));
    world.clock.now = new Date(world.clock.now.getTime() + 29_000);
    expect((await show('guide-only')).status).toBe(200);
    world.clock.now = new Date(world.clock.now.getTime() + 1000);
    expect((await show('guide-only')).status).toBe(404);
  });

  test('a case stays on the version of the item with which it began', async () => {
    await cases.publish(world);
    const id = await draft(world);
    await cases.publish(world, offer(itemOf({ form: strict })));
    expect(await submitted(await draft(world))).toBe(400);
    expect(await submitted(id, cases.intakeOver(table))).toBe(200);
    const facts = (await world.facts()).filter(({ subject }) => subject === id);
    expect(facts).toMatchObject([{ data: { version: 1 } }]);
  });

  test.each(['warm', 'cold'])('and when the item was dropped and offered anew in between: %s', async (start) => {
    await cases.publish(world);
    const id = await draft(world);
    await cases.publish(world, offer(itemOf({ key: 'other' })));
    await cases.publish(world, offer(itemOf({ form: strict })));
    const through = start === 'warm' ? world : cases.intakeOver(table);
    const anew = await draft(through);
    expect(await submitted(anew, through)).toBe(400);
    expect(await submitted(id, through)).toBe(200);
  });

  test('items are found page by page; a cursor to one that is gone is refused', async () => {
    await cases.publish(world, offer(...['a', 'b', 'c', 'd', 'e'].map((key) => itemOf({ key }))));
    const first = await list({ limit: '2' });
    const second = await list({ limit: '2', cursor: first.body.nextCursor });
    const third = await list({ limit: '2', cursor: second.body.nextCursor });
    const keys = [first, second, third].flatMap(({ body }) => body.items.map(({ key }: { key: string }) => key));
    expect([keys, third.body.nextCursor]).toEqual([['a', 'b', 'c', 'd', 'e'], null]);
    const end = await list({ limit: '5' });
    expect(end.body.nextCursor).toBeNull();
    await cases.publish(world, offer(itemOf({ key: 'a' }), itemOf({ key: 'c' })));
    expect((await list({ limit: '2', cursor: first.body.nextCursor })).body.code).toBe('invalid-cursor');
  });
});
