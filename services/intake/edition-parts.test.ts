import { beforeEach, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import { partOf } from '../../test/support/edition-part.ts';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';
import { amr, itemOf } from './cases.fake.ts';

const editor = staffActor('catalogue-editor');
const publisher = staffActor('catalogue-publisher');
const first = { departments: [amr], items: [itemOf({ key: 'one', needs: ['two'] })], parts: 3 };
const [second, third] = [{ items: [itemOf({ key: 'two' })] }, { items: [itemOf({ key: 'three' })] }];

let table: FakeTable;
let world: IntakeWorld;
let id: string;
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  id = (await post('', first)).body.id;
});
const post = (path: string, body: object = {}, actor = editor) =>
  world.send({ method: 'POST', path: `/intake/catalogue${path}`, actor, headers: cases.freshKey(), body });
const put = (part: number, version: number, body: object) => world.send(partOf({ id, part, version }, body));
const read = (part = 1) =>
  world.send({ path: `/intake/catalogue/editions/${id}`, actor: publisher, query: { part: String(part) } });
const faults = ({ body }: cases.Answer) =>
  body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`);

test('parts come in any order, each as often as need be; a reader sees each, and which are missing', async () => {
  await put(3, 1, { items: [itemOf({ key: 'wrong' }), itemOf({ key: 'three' })] });
  await put(3, 2, third);
  const shown = await read(3);
  expect(shown.body).toMatchObject({ parts: 3, missing: [2], items: 2, version: 3, content: third });
  expect(shown.headers['Link']).toBeUndefined();
  expect((await read(2)).body).not.toHaveProperty('content');
  await put(2, 3, second);
  const { headers, body } = await read();
  expect(headers['Link']).toBe(`<${id}?part=2>; rel="next"`);
  expect(body).toMatchObject({ missing: [], items: 3, content: { departments: [amr], items: first.items } });
  expect((await post(`/editions/${id}/submit`)).status).toBe(200);
  expect((await post(`/editions/${id}/publish`, {}, publisher)).body).toMatchObject({ items: 3, changed: 3 });
});

test('what the parts say of one another is told when all have come, each fault at its place', async () => {
  expect(faults(await post(`/editions/${id}/submit`))).toEqual(['/parts/2 part-missing', '/parts/3 part-missing']);
  await put(2, 1, { items: [itemOf({ key: 'other' }), itemOf({ key: 'one' })] });
  await put(3, 2, { withdraw: [{ key: 'none', reason: '取消' }] });
  expect(faults(await post(`/editions/${id}/submit`))).toEqual([
    '/parts/2/items/1/key duplicate',
    '/parts/1/items/0/needs/0 unknown-item',
    '/parts/3/withdraw/0/key unknown-item',
  ]);
});

test('a part is put in the version that was seen; the same again after a lost reply is no fault', async () => {
  table.spoil('lost-reply', 'lost-reply');
  expect((await put(2, 1, second)).status).toBe(500);
  expect((await put(2, 1, second)).status).toBe(500);
  expect((await put(2, 1, second)).body).toMatchObject({ version: 2 });
  expect((await put(2, 1, third)).status).toBe(412);
  expect([(await put(1, 2, second)).status, (await put(4, 2, second)).status]).toEqual([404, 404]);
});

test('an edition that is begun anew has no part of what was said before', async () => {
  await put(2, 1, second);
  const anew = { ...partOf({ id, part: 1, version: 2 }, first), path: `/intake/catalogue/editions/${id}` };
  expect((await world.send(anew)).body).toMatchObject({ version: 3 });
  expect((await read()).body).toMatchObject({ items: 1, missing: [2, 3] });
});

test('who put a part does not publish it, and what is in review takes none', async () => {
  await world.send({ ...partOf({ id, part: 2, version: 1 }, second), actor: publisher });
  await put(3, 2, third);
  await post(`/editions/${id}/submit`);
  expect((await put(3, 4, third)).body.code).toBe('edition-wrong-state');
  expect((await post(`/editions/${id}/publish`, {}, publisher)).body.code).toBe('edition-same-person');
});
