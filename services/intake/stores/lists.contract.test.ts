import { beforeEach, describe, expect, test } from 'vitest';
import { applicantActor } from '../../../test/support/actors.ts';
import { engineForTests } from '../../../test/support/engine-table.ts';
import * as cases from '../../../test/support/intake.ts';
import { draft, people, type IntakeWorld } from '../../../test/support/intake.ts';

const engine = engineForTests();

const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const idsOf = ({ body }: cases.Answer): string[] => body.items.map(({ id }: { id: string }) => id);

describe.each(engine.tables)('lists over %s', (_, create) => {
  let world: IntakeWorld;
  let ids: string[];
  beforeEach(async () => {
    world = cases.intakeOver(await create());
    await cases.publish(world);
    ids = [];
    for (let minute = 0; minute < 5; minute++) {
      world.clock.now = new Date(Date.parse('2026-08-03T01:00:00Z') + minute * 60_000);
      ids.push(await draft(world));
    }
  });
  const mine = (query = {}, actor = people.company) =>
    world.send({ path: '/intake/applications', query: { mine: 'true', ...query }, actor });
  const tasks = (query = {}, actor = people.approver) =>
    world.send({ path: '/intake/tasks', query: { department: 'amr', ...query }, actor });
  const walk = async (list: typeof mine, limit: number) => {
    const found: string[][] = [];
    for (let query: object = { limit: String(limit) }; ;) {
      const page = await list(query);
      found.push(idsOf(page));
      if (page.body.nextCursor === null) return found;
      query = { limit: String(limit), cursor: page.body.nextCursor };
    }
  };

  test('an applicant finds his own cases, newest first, and nobody else his', async () => {
    expect(idsOf(await mine())).toEqual(ids.toReversed());
    expect((await mine()).body.items[0]).toEqual({
      id: ids[4],
      itemKey: 'food-business-licence',
      district: 'gulou',
      status: 'draft',
      createdAt: '2026-08-03T01:04:00.000Z',
      provisional: false,
    });
    expect((await mine({}, applicantActor('wang'))).body).toEqual({ items: [], nextCursor: null });
  });

  test('a decided case says its outcome in the list', async () => {
    const [id = ''] = ids;
    await world.send(cases.submit(id));
    await world.send(cases.accept(id));
    await world.send(cases.decide(id, 3));
    const found = (await mine()).body.items.find((one: { id: string }) => one.id === id);
    expect(found).toMatchObject({ status: 'decided', outcome: 'granted', dueAt: '2026-08-10T15:59:59.999Z' });
  });

  test.each([1, 2, 3, 5, 100])('in pages of %i each case comes once', async (limit) => {
    const pages = await walk(mine, limit);
    expect(pages.flat()).toEqual(ids.toReversed());
    expect(pages.every((page) => page.length <= limit)).toBe(true);
  });

  test('a case that begins between two pages shifts nothing', async () => {
    const first = await mine({ limit: '2' });
    world.clock.now = new Date('2026-08-03T02:00:00Z');
    await draft(world);
    const second = await mine({ limit: '2', cursor: first.body.nextCursor });
    expect([...idsOf(first), ...idsOf(second)]).toEqual(ids.toReversed().slice(0, 4));
  });

  test('a department works on what was handed in, oldest first; a case moves on with its state', async () => {
    for (const id of ids.slice(0, 3).toReversed()) {
      await world.send(cases.submit(id));
      world.clock.now = new Date(world.clock.now.getTime() + 1000);
    }
    expect((await walk(tasks, 2)).flat()).toEqual(ids.slice(0, 3).toReversed());
    await world.send(cases.accept(ids[1] ?? ''));
    expect(idsOf(await tasks())).toEqual([ids[2], ids[0]]);
    expect(idsOf(await tasks({ status: 'accepted' }))).toEqual([ids[1]]);
    expect(idsOf(await tasks({ status: 'accepted', department: 'amr' }, people.supervisor))).toEqual([ids[1]]);
  });

  test('of another department, or of drafts, there is no work list', async () => {
    expect((await tasks({ department: 'health' })).status).toBe(404);
    expect((await tasks({}, people.otherApprover)).status).toBe(404);
    expect((await tasks({ status: 'draft' }, people.supervisor)).status).toBe(400);
    expect((await tasks({}, people.company)).status).toBe(403);
    expect((await tasks({ department: 'none' }, people.supervisor)).body.items).toEqual([]);
  });

  test('a forged cursor is a refusal or a place in the own list, never an error or somebody else’s', async () => {
    const cursors = ['x', forged(['', '']), forged(['a']), forged(['a', '\ud800']), forged({ pk: 'PARTY#p_stranger' })];
    for (const cursor of cursors) {
      expect((await mine({ cursor })).body.code).toBe('invalid-cursor');
      expect((await tasks({ cursor })).body.code).toBe('invalid-cursor');
    }
    const elsewhere = await mine({ cursor: forged(['9999', `CASE#${ids[0]}`]) }, applicantActor('wang'));
    expect(elsewhere.body).toEqual({ items: [], nextCursor: null });
    expect(idsOf(await mine({ cursor: forged(['2026-08-03T01:02:00.000Z', 'CASE#']) }))).toEqual(
      ids.slice(0, 2).toReversed(),
    );
  });
});
