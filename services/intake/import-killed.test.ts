import { expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { mortal } from '../../test/support/mortal.ts';
import { amr, itemOf } from './cases.fake.ts';

const editor = staffActor('catalogue-editor');
const publisher = staffActor('catalogue-publisher');
// More than one transaction takes of what the catalogue is made of.
const items = (kind: 1 | 2, count: number) =>
  Array.from({ length: count }, (_, n) =>
    itemOf({ key: `item-${n}`, kind, name: `事项${n}`, form: undefined, codes: undefined }),
  );
const before = items(2, 5);
const after = items(1, 130);
const parts = [{ departments: [amr], items: after.slice(0, 90), whole: true, parts: 2 }, { items: after.slice(90) }];

/** Whether the old catalogue is offered or the new one, each whole: in lists, in the export and item by item. */
async function offered(table: FakeTable): Promise<'old' | 'new'> {
  const world = cases.intakeOver(table);
  const { body } = await world.send({ path: '/intake/catalogue', actor: editor });
  const [{ kind }] = body.items;
  const all = kind === 2 ? before : after;
  const listed = (await world.deps.catalogue.current())?.items;
  expect(listed?.map(({ key, kind: found }) => [key, found])).toEqual(all.map(({ key }) => [key, kind]));
  expect(await world.deps.catalogue.contents(listed ?? [])).toEqual(all);
  for (const { key } of [...before, after[129]!]) {
    const item = await world.send({ path: `/intake/public/items/${key}` });
    expect([item.status, item.body.kind]).toEqual(all.some((one) => one.key === key) ? [200, kind] : [404, undefined]);
  }
  return kind === 2 ? 'old' : 'new';
}

/** Goes on where a killed import has left off: publishes what is in review, or sends everything again. */
async function resume(table: FakeTable): Promise<cases.Answer> {
  const world = cases.intakeOver(table);
  const waiting = await world.send({ path: '/intake/catalogue/editions', actor: publisher });
  const [found] = waiting.body.items;
  if (!found) return cases.publishParts(world, parts);
  const path = `/intake/catalogue/editions/${found.id}/publish`;
  return world.send({ method: 'POST', path, actor: publisher, headers: cases.freshKey(), body: {} });
}

async function published(): Promise<FakeTable> {
  const table = fakeTable();
  await cases.publish(cases.intakeOver(table), { departments: [amr], items: before });
  return table;
}

test.each([false, true])(
  'an import that is killed at any write leaves the old catalogue whole; written: %s',
  async (done) => {
    const start = (await published()).rows();
    let [lost, writes] = [0, 0];
    for (let n = 1; ; n += 1) {
      const table = fakeTable();
      for (const { pk, sk, ...row } of start) await table.put({ pk: String(pk), sk: String(sk), ...row });
      const { status } = await cases.publishParts(cases.intakeOver(mortal(table, n, done)), parts);
      if (status === 200) break;
      expect(status).toBe(500);
      writes = n;
      lost += (await offered(table)) === 'new' ? 1 : 0;
      if (lost === 0) expect((await resume(table)).body).toMatchObject({ status: 'published', items: 130 });
      expect(await offered(table)).toBe('new');
    }
    expect(writes).toBeGreaterThan(7);
    // Only the last write brings the new one, and its reply may be lost.
    expect(lost).toBe(done ? 1 : 0);
  },
);
