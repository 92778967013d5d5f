import { beforeEach, describe, expect, test } from 'vitest';
import { staffActor } from '../../../test/support/actors.ts';
import { tickedAt } from '../../../test/support/clock.ts';
import { engineForTests } from '../../../test/support/engine-table.ts';
import * as cases from '../../../test/support/intake.ts';
import { draft, people, type IntakeWorld } from '../../../test/support/intake.ts';
import { itemOf } from '../cases.fake.ts';

const engine = engineForTests();

const { head, supervisor, approver, otherApprover } = people;
const farHead = staffActor('head', { department: 'health' }, 'far-head');
const steps = [
  { department: 'amr', mode: 'serial', days: 2 },
  { department: 'health', mode: 'serial', days: 1 },
] as const;

describe.each(engine.tables)('what is late, over %s', (_, create) => {
  let world: IntakeWorld;
  beforeEach(async () => {
    world = cases.intakeOver(await create());
    await cases.publish(world, { ...cases.publication, items: [itemOf({ special: ['hearing'] })] });
  });

  /** A case accepted on Monday, August 3: its five days end with August 10. */
  async function accepted(): Promise<string> {
    const id = await draft(world);
    await world.send(cases.submit(id));
    await world.send(cases.accept(id));
    return id;
  }
  const goTo = (moment: string) => tickedAt(world, moment);
  const ask = (name: string, query: Record<string, string> = {}, actor = supervisor) =>
    world.send({ path: `/intake/supervision/${name}`, actor, query });
  const overdue = async (query: Record<string, string> = {}) =>
    (await ask('overdue', query)).body.items.map(({ caseId }: { caseId: string }) => caseId);
  const kindsTold = async (query: Record<string, string>, actor = supervisor) =>
    (await ask('warnings', query, actor)).body.items.map(
      ({ kind, to, task }: { kind: string; to: string; task?: number }) => [kind, task ?? to].join(' '),
    );

  test('stands in the list as soon as its limit has passed, whoever has noticed', async () => {
    const id = await accepted();
    world.clock.now = new Date('2026-08-10T15:59:59.999Z');
    expect(await overdue()).toEqual([]);
    world.clock.now = new Date('2026-08-10T16:00:00.000Z');
    expect((await ask('overdue')).body.items).toEqual([
      {
        caseId: id,
        number: expect.stringMatching(/^\w{31}202608030001$/),
        itemKey: 'food-business-licence',
        department: 'amr',
        acceptedAt: '2026-08-03T01:00:00.000Z',
        dueAt: '2026-08-10T15:59:59.999Z',
        provisional: false,
      },
    ]);
    expect((await ask('overdue', { department: 'amr' }, head)).body.items).toHaveLength(1);
    expect((await ask('overdue', { department: 'amr' }, farHead)).status).toBe(404);
    const unsaid = await ask('overdue', {}, head);
    expect([unsaid.status, unsaid.body.errors[0].pointer]).toEqual([400, '?department']);
  });

  test('leaves the list with its decision; what was extended in time comes when that has passed', async () => {
    const [one, other] = [await accepted(), await accepted()];
    const extend = cases.act(other, 'extend', { actor: head, body: { days: 2, why: '情况复杂' } });
    expect((await world.send(extend)).status).toBe(200);
    await goTo('2026-08-10T17:00:00Z');
    expect(await overdue()).toEqual([one]);
    await world.send(cases.decide(one, 4));
    expect(await overdue()).toEqual([]);
    world.clock.now = new Date('2026-08-12T16:00:00Z');
    expect(await overdue()).toEqual([other]);
  });

  test('a pause takes out of the list what is not late yet, and leaves in it what is', async () => {
    const id = await accepted();
    const suspend = (one: string) =>
      world.send(cases.act(one, 'suspend', { actor: approver, body: { kind: 'hearing', why: '听证' } }));
    await suspend(id);
    world.clock.now = new Date('2026-09-01T01:00:00Z');
    expect(await overdue()).toEqual([]);
    await world.send(cases.act(id, 'resume', { actor: approver, body: { result: '已听证' } }));
    world.clock.now = new Date('2026-09-08T16:00:00Z');
    expect(await overdue()).toEqual([id]);
    await suspend(id);
    expect(await overdue()).toEqual([id]);
  });

  test('is listed by the time it was due, a page at a time', async () => {
    const ids: string[] = [];
    for (const day of ['04', '03', '05']) {
      world.clock.now = new Date(`2026-08-${day}T01:00:00Z`);
      ids.push(await accepted());
    }
    world.clock.now = new Date('2026-09-01T01:00:00Z');
    const first = await ask('overdue', { limit: '2' });
    const second = await ask('overdue', { limit: '2', cursor: first.body.nextCursor });
    const listed = [...first.body.items, ...second.body.items].map(({ caseId }) => caseId);
    expect(listed).toEqual([ids[1], ids[0], ids[2]]);
    expect((await ask('overdue', { cursor: 'bad' })).status).toBe(400);
  });

  test('is told to the head, a working day later to the supervisors, each once, and as a fact', async () => {
    await accepted();
    await goTo('2026-08-10T17:00:00Z');
    await goTo('2026-08-10T18:00:00Z');
    expect(await kindsTold({ department: 'amr' }, head)).toEqual(['overdue head']);
    expect(await kindsTold({})).toEqual([]);
    const given = (await world.facts()).filter(({ type }) => type === 'intake.warning-given.v1');
    expect(given.map(({ data }) => [data['kind'], data['to'], data['dueAt']])).toEqual([
      ['overdue', 'head', '2026-08-10T15:59:59.999Z'],
    ]);

    await goTo('2026-08-11T17:00:00Z');
    await goTo('2026-08-12T17:00:00Z');
    expect(await kindsTold({})).toEqual(['overdue supervisor']);
    expect(await kindsTold({ department: 'amr' })).toEqual(['overdue head']);
    expect((await ask('warnings')).body.items[0]).toMatchObject({ dueAt: '2026-08-10T15:59:59.999Z' });
    const { body } = await ask('findings');
    expect(body.items.map(({ rule }: { rule: string }) => rule)).toEqual(['overdue']);
  });

  test('is told to the supervisors also where a pause begins on its last day, or after its head was told', async () => {
    const [late, onLastDay] = [await accepted(), await accepted()];
    const suspend = (one: string) =>
      world.send(cases.act(one, 'suspend', { actor: approver, body: { kind: 'hearing', why: '听证' } }));
    world.clock.now = new Date('2026-08-10T01:00:00Z');
    await suspend(onLastDay);
    await goTo('2026-08-10T17:00:00Z');
    await suspend(late);
    await goTo('2026-08-11T17:00:00Z');
    expect(await kindsTold({ department: 'amr' }, head)).toEqual(['overdue head', 'overdue head']);
    expect(await kindsTold({})).toEqual(['overdue supervisor', 'overdue supervisor']);
    expect((await ask('findings')).body.items).toHaveLength(2);
  });

  test('a step is late though the whole is not: its own department hears of it and answers', async () => {
    // Who decides jointly may extend by fifteen days: a district that adds a department keeps the ten that were.
    const extension = { n: 10, unit: 'working-day' as const };
    const items = [itemOf({ steps: [...steps], extension })];
    expect((await cases.publish(world, { ...cases.publication, items })).status).toBe(200);
    const id = await accepted();
    await goTo('2026-08-05T17:00:00Z');
    const opinion = { verdict: 'agree', opinion: '符合' };
    await world.send(cases.act(id, 'tasks/1/opinion', { actor: approver, body: opinion }));
    await goTo('2026-08-07T17:00:00Z');
    await world.send(cases.act(id, 'tasks/2/opinion', { actor: otherApprover, body: opinion }));

    expect(await overdue()).toEqual([]);
    expect(await kindsTold({ department: 'amr' }, head)).toEqual(['step-overdue 1']);
    expect(await kindsTold({ department: 'health' }, farHead)).toEqual(['step-overdue 2']);
    const { body } = await ask('findings', { department: 'health' }, farHead);
    expect(body.items).toMatchObject([{ rule: 'step-overdue', about: '2', actions: ['answer'] }]);
  });

  test('how early it is shown in yellow is set by a supervisor, and who set it is kept', async () => {
    const id = await accepted();
    const put = (yellowFrom: number, version: number, actor = supervisor) =>
      world.send({
        method: 'PUT',
        path: '/intake/supervision/lights',
        actor,
        body: { yellowFrom },
        headers: { 'If-Match': `"${version}"` },
      });
    const light = async () => (await world.send({ ...cases.read(id), actor: approver })).body.light;
    world.clock.now = new Date('2026-08-06T01:00:00Z');
    expect([await light(), (await ask('lights')).body]).toEqual(['green', { version: 0, yellowFrom: 0.9 }]);
    expect((await put(0.6, 0)).body).toMatchObject({ version: 1, yellowFrom: 0.6, setBy: 'supervisor' });
    expect(await light()).toBe('yellow');
    expect((await put(0.6, 0)).status).toBe(200);
    expect((await put(0.7, 0)).status).toBe(412);
    expect((await put(0.2, 1)).status).toBe(400);
    expect((await put(0.7, 1, head)).status).toBe(403);
  });
});
