import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { amr, itemOf } from './cases.fake.ts';

let table: FakeTable;
let world: IntakeWorld;
const item = itemOf({ channels: ['online', 'window'] });
const publication = { departments: [amr], items: [item] };
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  await cases.publish(world, publication);
});

const editor = staffActor('catalogue-editor', {}, 'editor');
const publisher = staffActor('catalogue-publisher', {}, 'publisher');
const outline = ({ status, body }: cases.Answer) => [status, body.code ?? body.status];
const post = (path: string, body: object, actor = editor) =>
  world.send({ method: 'POST', path: `/intake${path}`, actor, headers: cases.freshKey(), body });
const headOf = (department: string) => staffActor('head', { department }, `head-${department}`);
const reviewed = { basis: '扩权强县试点方案', burden: '增配两名人员' };
const promise = (n: number, unit = 'working-day') => ({ promise: { n, unit } });
const propose = (change: object, actor = editor) =>
  post(`/items/${item.key}/adjustments`, { ...change, ...reviewed }, actor);
const act = (id: string, name: string, actor = publisher) =>
  post(`/adjustments/${id}/${name}`, { opinion: '依据充分' }, actor);
const shown = async () => (await world.send({ path: `/intake/public/items/${item.key}` })).body;

/** An approved adjustment; its id. */
async function adjusted(change: object): Promise<string> {
  const { id } = (await propose(change)).body;
  expect(outline(await act(id, 'approve'))).toEqual([200, 'approved']);
  return id;
}

describe('an adjustment', () => {
  test('is proposed with basis and burden, reviewed by another person, and then offered as a new version', async () => {
    const change = { ...promise(3), level: 6, community: true };
    const made = await propose(change);
    const { id } = made.body;
    expect([made.status, made.body.actions, made.headers['Location']]).toEqual([201, [], `../../adjustments/${id}`]);
    expect(await shown()).toMatchObject({ version: 1, level: 4 });
    const waiting = await world.send({ path: '/intake/adjustments', actor: publisher });
    expect(waiting.body.items).toMatchObject([
      { id, itemKey: item.key, change, ...reviewed, proposedBy: 'editor', actions: ['approve', 'reject'] },
    ]);

    expect(outline(await act(id, 'approve'))).toEqual([200, 'approved']);
    expect(await shown()).toMatchObject({
      version: 2,
      since: 2,
      level: 6,
      channels: ['online', 'window', 'community'],
      promisedLimit: { n: 3, unit: 'working-day', from: 'accepted', of: 'office' },
      adjusted: { basis: [reviewed.basis], level: 4, promisedLimit: { n: 5 } },
    });
    expect((await world.facts()).map(({ data }) => data)).toEqual([
      { version: 1, changed: 1, whole: true },
      { version: 2, changed: 1 },
    ]);
    const { body } = await world.send({ path: `/intake/adjustments/${id}`, actor: people.supervisor });
    expect(body).toMatchObject({
      status: 'approved',
      reviewedBy: 'publisher',
      opinion: '依据充分',
      catalogueVersion: 2,
    });
  });

  test.each([
    ['a longer promise', promise(6), '/promise', 'promise-not-shorter'],
    ['as long a promise', promise(5), '/promise', 'promise-not-shorter'],
    ['a promise that cannot be compared', promise(1, 'month'), '/promise', 'promise-not-shorter'],
    ['a promise of no time', promise(0, 'minute'), '/promise/n', 'promise-of-no-time'],
    ['a higher level', { level: 3 }, '/level', 'level-not-lower'],
    ['the same level', { level: 4 }, '/level', 'level-not-lower'],
    ['nothing', {}, '', 'nothing-adjusted'],
  ])('is never %s', async (...[, change, pointer, code]) => {
    const answer = await propose(change);
    expect(outline(answer)).toEqual([400, 'adjustment-invalid']);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  });

  test('is proposed by a head for the items of his own department, and by an editor for any', async () => {
    expect(outline(await propose(promise(3), headOf('health')))).toEqual([403, 'adjustment-other-department']);
    expect(outline(await propose(promise(3), headOf('amr')))).toEqual([201, 'proposed']);
    expect(outline(await propose(promise(2)))).toEqual([201, 'proposed']);
  });

  test('is refused with every fault, and for an item that is not offered', async () => {
    const all = await propose({ ...promise(9), level: 4 });
    expect(all.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/promise', '/level']);
    expect(outline(await post('/items/none/adjustments', { ...promise(1), ...reviewed }))).toEqual([
      404,
      'item-unknown',
    ]);
    expect((await post(`/items/${item.key}/adjustments`, promise(1))).body.errors).toMatchObject([
      { pointer: '/basis' },
      { pointer: '/burden' },
    ]);
  });

  test('is not reviewed by who proposed it, nor twice', async () => {
    const both = { ...editor, posts: [...editor.posts, ...publisher.posts] };
    const { id } = (await propose(promise(3), both)).body;
    for (const name of ['approve', 'reject']) {
      expect(outline(await act(id, name, both))).toEqual([403, 'adjustment-same-person']);
    }
    expect(outline(await act(id, 'end'))).toEqual([409, 'adjustment-wrong-state']);
    expect(outline(await act(id, 'reject'))).toEqual([200, 'rejected']);
    expect(outline(await act(id, 'approve'))).toEqual([409, 'adjustment-wrong-state']);
    expect(await shown()).toMatchObject({ version: 1 });
  });

  test('that was proposed before another one is compared again when it is approved', async () => {
    const { id } = (await propose(promise(4))).body;
    await adjusted(promise(3));
    const late = await act(id, 'approve');
    expect([outline(late), late.body.errors]).toMatchObject([
      [400, 'adjustment-invalid'],
      [{ code: 'promise-not-shorter' }],
    ]);
    expect(await shown()).toMatchObject({ promisedLimit: { n: 3 } });
  });

  test('two who approve at once approve once', async () => {
    const { id } = (await propose(promise(3))).body;
    table.beforeNextWrite(() => act(id, 'approve', staffActor('catalogue-publisher', {}, 'third')));
    expect(outline(await act(id, 'approve'))).toEqual([409, 'adjustment-wrong-state']);
    expect((await shown()).version).toBe(2);
  });
});

describe('an item that is adjusted', () => {
  test('keeps it when the catalogue is published anew, which changes no promise by itself', async () => {
    await adjusted(promise(3));
    await cases.publish(world, publication);
    expect(await shown()).toMatchObject({ version: 2, promisedLimit: { n: 3 } });
    const limit = { unit: 'working-day', from: 'accepted', of: 'office' };
    for (const n of [2, 10]) {
      const other = { ...publication, items: [{ ...item, promisedLimit: { n, ...limit } }] };
      expect((await cases.publish(world, other)).status).toBe(400);
    }
  });

  test('is exported as the catalogue has it', async () => {
    await adjusted({ ...promise(3), level: 6 });
    const { body } = await world.send({ path: '/intake/catalogue', actor: editor });
    expect(body.items).toEqual([item]);
  });

  test('gives no less by its end: a district takes nothing back, and ends what the item says itself by then', async () => {
    const ids = [await adjusted(promise(3)), await adjusted({ level: 6 }), await adjusted({ community: true })];
    for (const id of ids) {
      const { status, body } = await act(id, 'end');
      expect([status, body.errors]).toMatchObject([400, [{ pointer: '', code: 'takes-back' }]]);
    }
    const { adjusted: _, version, since, from, ...offered } = await shown();
    expect((await cases.publish(world, { ...publication, items: [offered] })).status).toBe(200);
    for (const id of ids) expect(outline(await act(id, 'end'))).toEqual([200, 'ended']);
    expect(await shown()).toMatchObject({ level: 6, promisedLimit: { n: 3 } });
  });

  test('in the city goes back to its catalogue when the adjustment ends; each of several ends by itself', async () => {
    world = cases.intakeOver(table, { set: 'fuzhou' });
    const [maker, checker] = [editor, publisher].map((one) => ({
      ...one,
      posts: one.posts.map((post) => ({ ...post, district: 'fuzhou' })),
    }));
    const done = async (change: object) => (await propose(change, maker)).body.id;
    const [first, second] = [await done(promise(3)), await done({ level: 6 })];
    for (const id of [first, second]) expect(outline(await act(id, 'approve', checker))).toEqual([200, 'approved']);
    await act(first, 'end', checker);
    expect(await shown()).toMatchObject({ version: 4, level: 6, promisedLimit: { n: 5 } });
    await act(second, 'end', checker);
    expect(await shown()).toEqual({ ...item, version: 5, since: 5, from: '2026-08-03' });
  });

  test('a case stays on the version it began with', async () => {
    const before = await draft(world);
    await adjusted(promise(3));
    const during = await draft(world);
    const promised = async (one: string) => {
      await world.send(cases.submit(one));
      await world.send(cases.accept(one));
      return (await world.send(read(one))).body.dueAt;
    };
    expect([await promised(before), await promised(during)]).toEqual([
      '2026-08-10T15:59:59.999Z',
      '2026-08-06T15:59:59.999Z',
    ]);
    const kept = await cases.intakeOver(table).deps.catalogue.itemAt(item.key, { itemVersion: 2, catalogueVersion: 2 });
    expect(kept).toMatchObject({ version: 2, promisedLimit: { n: 3 } });
  });
});
