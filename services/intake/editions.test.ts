import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import type { Request } from '../../test/support/gateway-event.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people, type IntakeWorld } from '../../test/support/intake.ts';
import { amr, itemOf } from './cases.fake.ts';

let table: FakeTable;
let world: IntakeWorld;
beforeEach(() => {
  table = fakeTable();
  world = cases.intakeOver(table);
});

const editor = staffActor('catalogue-editor');
const publisher = staffActor('catalogue-publisher');
const outline = ({ status, body }: cases.Answer) => [status, body.code ?? body.status];
const post = (path: string, body: object, actor = editor) =>
  world.send({ method: 'POST', path: `/intake/catalogue${path}`, actor, headers: cases.freshKey(), body });
const act = (id: string, name: string, { actor = editor, body = {} } = {}) =>
  post(`/editions/${id}/${name}`, body, actor);
const publish = (id: string, actor = publisher) => act(id, 'publish', { actor });
const put = (id: string, version: number, body: object): Request => ({
  method: 'PUT',
  path: `/intake/catalogue/editions/${id}`,
  actor: editor,
  headers: { 'If-Match': `"${version}"` },
  body,
});
const show = (key: string, through = world) => through.send({ path: `/intake/public/items/${key}` });
const content = { departments: [amr], items: [itemOf()] };
const reason = { reason: '依据不全' };

const list = async (query: Record<string, string>) =>
  (await world.send({ path: '/intake/catalogue/editions', actor: publisher, query })).body;

/** An edition in review; its id. */
async function inReview(said: object = content): Promise<string> {
  const { body } = await post('', said);
  await act(body.id, 'submit');
  return body.id;
}

describe('the life of an edition', () => {
  test('from draft to review, back, and to what is offered; each step with who did it', async () => {
    const made = await post('', content);
    const { id } = made.body;
    expect([made.status, made.headers['Location'], made.headers['ETag']]).toEqual([
      201,
      `catalogue/editions/${id}`,
      '"1"',
    ]);
    expect(made.body).toEqual({ id, status: 'draft', version: 1, actions: ['edit', 'submit', 'discard'] });
    expect(outline(await act(id, 'submit'))).toEqual([200, 'in-review']);
    expect(outline(await act(id, 'send-back', { actor: publisher, body: reason }))).toEqual([200, 'draft']);
    const other = { ...content, items: [itemOf({ level: 5 })], from: '2026-08-03' };
    expect(outline(await world.send(put(id, 3, other)))).toEqual([200, 'draft']);
    expect((await act(id, 'submit')).body.actions).toEqual(['discard']);
    expect((await show('food-business-licence')).status).toBe(404);
    expect((await publish(id, publisher)).body).toMatchObject({
      status: 'published',
      catalogueVersion: 1,
      items: 1,
      changed: 1,
      withdrawn: 0,
    });
    expect((await show('food-business-licence')).body).toMatchObject({ level: 5, version: 1, from: '2026-08-03' });

    const { body } = await world.send({ path: `/intake/catalogue/editions/${id}`, actor: publisher });
    expect(body).toMatchObject({ status: 'published', preparedBy: ['catalogue-editor'], content: other, actions: [] });
    expect(body.timeline.map(({ act: name, actor }: Record<string, string>) => [name, actor])).toEqual([
      ['create', 'catalogue-editor'],
      ['submit', 'catalogue-editor'],
      ['send-back', 'catalogue-publisher'],
      ['edit', 'catalogue-editor'],
      ['submit', 'catalogue-editor'],
      ['publish', 'catalogue-publisher'],
    ]);
    expect(body.timeline[2]).toMatchObject(reason);
  });

  test('what is not done from where it stands is refused', async () => {
    const id = await inReview();
    expect(outline(await world.send(put(id, 2, content)))).toEqual([409, 'edition-wrong-state']);
    expect(outline(await act(id, 'submit'))).toEqual([409, 'edition-wrong-state']);
    expect(outline(await act(id, 'discard', { body: reason }))).toEqual([200, 'discarded']);
    for (const name of ['submit', 'publish']) {
      expect(outline(await act(id, name, { actor: publisher }))).toEqual([409, 'edition-wrong-state']);
    }
  });

  test('nobody publishes what he had a hand in, by whatever account', async () => {
    const own = (await post('', content, publisher)).body.id;
    await act(own, 'submit', { actor: publisher });
    expect(outline(await publish(own, publisher))).toEqual([403, 'edition-same-person']);
    const sameParty = { ...staffActor('catalogue-publisher', {}, 'another account'), partyId: publisher.partyId };
    expect(outline(await publish(own, sameParty))).toEqual([403, 'edition-same-person']);

    const edited = (await post('', content)).body.id;
    await world.send({ ...put(edited, 1, content), actor: publisher });
    await act(edited, 'submit');
    expect(outline(await publish(edited, publisher))).toEqual([403, 'edition-same-person']);
    expect(outline(await publish(edited, staffActor('catalogue-publisher', {}, 'third')))).toEqual([200, 'published']);
  });

  test('a draft is replaced in the version that was seen; the same again after a lost reply is no fault', async () => {
    const { id } = (await post('', content)).body;
    const other = { ...content, items: [itemOf({ level: 5 })] };
    table.spoil('lost-reply');
    expect((await world.send(put(id, 1, other))).status).toBe(500);
    expect((await world.send(put(id, 1, other))).body).toMatchObject({ version: 2 });
    expect((await world.send(put(id, 1, content))).status).toBe(412);
  });

  test('two who publish at once publish once', async () => {
    const id = await inReview();
    const third = staffActor('catalogue-publisher', {}, 'third');
    table.beforeNextWrite(() => publish(id, third));
    expect(outline(await publish(id, publisher))).toEqual([409, 'edition-wrong-state']);
    expect((await world.facts()).map(({ data }) => data['version'])).toEqual([1]);
  });

  test('what it was checked against may change before it is published: then it is refused, with the fault', async () => {
    await cases.publish(world, { ...content, items: [itemOf({ key: 'old' })] });
    const id = await inReview({ items: [itemOf({ needs: ['old'] })] });
    await cases.publish(world, { ...content, items: [itemOf({ key: 'other' })] });
    const answer = await publish(id, publisher);
    expect(outline(answer)).toEqual([400, 'catalogue-invalid']);
    expect(answer.body.errors).toMatchObject([{ pointer: '/items/0/needs/0', code: 'unknown-item' }]);
  });

  test('editions are listed by state, newest first, a page at a time', async () => {
    const [first, second] = [await inReview(), await inReview()];
    const newest = await list({ limit: '1' });
    const next = await list({ limit: '1', cursor: newest.nextCursor });
    expect(new Set([newest, next].map(({ items }) => items[0].id))).toEqual(new Set([first, second]));
    expect((await list({ status: 'draft' })).items).toEqual([]);
  });
});

describe('a day from which it holds', () => {
  const later = { items: [itemOf({ name: '食品经营' })], from: '2026-08-10' };

  test('a version is offered from midnight in Shanghai of its day; a case stays on the one it began with', async () => {
    await cases.publish(world, content);
    await publish(await inReview(later), publisher);
    const early = await draft(world);
    world.clock.now = new Date('2026-08-09T15:59:59.999Z');
    expect((await show('food-business-licence', cases.intakeOver(table))).body.name).toBe(itemOf().name);
    expect((await show('food-business-licence')).body.name).toBe(itemOf().name);
    world.clock.now = new Date('2026-08-09T16:00:00Z');
    expect((await show('food-business-licence')).body).toMatchObject({
      name: '食品经营',
      version: 2,
      from: '2026-08-10',
    });
    const late = await draft(world);
    for (const id of [early, late]) expect(outline(await world.send(cases.submit(id)))).toEqual([200, 'submitted']);
    const versions = (await world.facts())
      .filter(({ type }) => type === 'intake.application-submitted.v1')
      .map(({ subject, data }) => [subject, data['version']]);
    expect(new Map(versions.map(([id, version]) => [id, version]))).toEqual(
      new Map<unknown, unknown>([
        [early, 1],
        [late, 2],
      ]),
    );
  });

  test('an item ends on its day', async () => {
    await cases.publish(world, { ...content, items: [itemOf(), itemOf({ key: 'other' })] });
    const end = { withdraw: [{ key: 'other', reason: '取消' }], from: '2026-08-10' };
    expect((await publish(await inReview(end), publisher)).body).toMatchObject({ withdrawn: 1, changed: 0 });
    expect((await show('other')).status).toBe(200);
    world.clock.now = new Date('2026-08-09T16:00:00Z');
    expect((await show('other')).body.code).toBe('item-unknown');
  });
});

test('only who edits or publishes prepares an edition', async () => {
  for (const actor of [people.company, people.clerk, people.head]) {
    expect((await post('', content, actor)).status).toBe(403);
  }
});
