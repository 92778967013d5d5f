import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { engineForTests } from '../../../test/support/engine-table.ts';
import * as cases from '../../../test/support/intake.ts';
import { people, type IntakeWorld } from '../../../test/support/intake.ts';
import { fc } from '../../../test/support/property.ts';
import { stored } from '../../../test/support/recounts.ts';
import { at } from '../acting.fake.ts';
import type { Application } from '../domain/case/application.ts';

const engine = engineForTests();

interface Line {
  id: string;
  light: string;
  dueAt?: string;
}
const lights = ['green', 'yellow', 'red', 'paused'] as const;
const tasks = (world: IntakeWorld, query: Record<string, string>, actor = people.approver) =>
  world.send({ path: '/intake/tasks', query: { department: 'amr', ...query }, actor });

/** All lines of a list, page after page. */
async function walked(world: IntakeWorld, query: Record<string, string>): Promise<Line[]> {
  const found: Line[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await tasks(world, { ...query, ...(cursor && { cursor }) });
    expect(body.items.length).toBeLessThanOrEqual(Number(query['limit']));
    found.push(...body.items);
    cursor = body.nextCursor;
  }
  return found;
}

async function setThreshold(world: IntakeWorld, yellowFrom: number): Promise<void> {
  const path = '/intake/supervision/lights';
  const { headers } = await world.send({ path, actor: people.supervisor });
  const given = { 'If-Match': String(headers?.['ETag']) };
  await world.send({ method: 'PUT', path, actor: people.supervisor, body: { yellowFrom }, headers: given });
}

const hour = 3_600_000;
const begin = at('08-03 09:00').getTime();
/** A case that runs, waits, is paused or has ended, accepted some time in the first three weeks of August. */
const anyCase = fc
  .record({
    after: fc.integer({ min: 0, max: 21 * 24 }),
    n: fc.constantFrom(1, 2, 5, 5, 10, 20, 30, 90),
    unit: fc.constantFrom('working-day', 'day', 'hour', 'month'),
    from: fc.constantFrom('accepted', 'received'),
    state: fc.constantFrom('accepted', 'accepted', 'accepted', 'suspended', 'submitted', 'correcting', 'decided'),
    pause: fc.option(fc.record({ after: fc.nat(96), hours: fc.nat(96) })),
    department: fc.constantFrom('amr', 'amr', 'amr', 'health'),
  } as const)
  .map(({ after, n, unit, from, state, pause, department }): Partial<Application> => {
    const [since, limit] = [begin + after * hour, { n, unit, from, of: 'office' } as const];
    const isAccepted = state !== 'submitted' && state !== 'correcting';
    const moment = (hours: number) => new Date(since + hours * hour);
    const paused = { kind: 'hearing', why: '听证' } as const;
    const notice = { by: 'clerk', at: moment(2), days: 30, defects: [{ what: '缺图', mend: '补图' }], fault: false };
    return {
      state,
      department,
      departments: [department],
      promised: limit,
      legal: { ...limit, n: n * 2 },
      submittedAt: moment(0),
      ...(isAccepted && { acceptedAt: moment(0) }),
      ...(state === 'correcting' && { corrections: [notice] }),
      ...(state === 'decided' && { outcome: 'granted', decidedAt: moment(3) }),
      pauses: [
        ...(pause ? [{ ...paused, from: moment(pause.after), until: moment(pause.after + pause.hours) }] : []),
        ...(state === 'suspended' ? [{ ...paused, from: moment(200) }] : []),
      ],
    };
  });

describe.each(engine.tables)('lists by light, over %s', (_, create) => {
  let world: IntakeWorld;
  beforeEach(async () => {
    world = cases.intakeOver(await create());
  });

  test('have each case just where it shows that light itself, in order, whatever page and threshold', async () => {
    const ids: string[] = [];
    for (const one of fc.sample(anyCase, 45)) ids.push(await stored(world, one));
    const seen = new Set<string>();
    for (const [day, threshold, limit] of [
      ['09-05 09:00', 0.9, '3'],
      ['09-08 23:30', 0.5, '100'],
      ['09-12 12:00', 0.75, '7'],
      ['10-01 00:00', 1, '10'],
    ] as const) {
      world.clock.now = at(day);
      await setThreshold(world, threshold);
      const own: Line[] = [];
      for (const id of ids) {
        const { body } = await world.send({ ...cases.read(id), actor: people.approver });
        if (body?.light && body.department === 'amr') own.push(body);
      }
      for (const light of lights) {
        const found = await walked(world, { light, limit });
        const expected = own.filter((one) => one.light === light);
        expect(found.map(({ id }) => id).toSorted(), `${light} on ${day}`).toEqual(
          expected.map(({ id }) => id).toSorted(),
        );
        expect(found.every((one) => one.light === light)).toBe(true);
        const ends = found.map(({ dueAt = '' }) => dueAt);
        expect(ends).toEqual(ends.toSorted());
        if (found.length > 0) seen.add(light);
      }
    }
    expect(seen).toEqual(new Set(lights));
  });

  test('follow the acts: what is paused leaves the others, and what is decided leaves all', async () => {
    await cases.publish(world, { ...cases.publication, items: [cases.publication.items[0]] });
    const id = await cases.draft(world);
    await world.send(cases.submit(id));
    await world.send(cases.accept(id));
    const inLists = async () => {
      const found: string[] = [];
      for (const light of lights) {
        if ((await tasks(world, { light })).body.items.length > 0) found.push(light);
      }
      return found.join();
    };
    expect(await inLists()).toBe('green');
    world.clock.now = at('08-10 09:00');
    expect(await inLists()).toBe('yellow');
    world.clock.now = at('08-11 00:00');
    expect(await inLists()).toBe('red');
    expect((await tasks(world, { light: 'red' })).body.items).toMatchObject([
      { id, status: 'accepted', dueAt: '2026-08-10T15:59:59.999Z', light: 'red' },
    ]);
    await world.send(cases.decide(id, 3));
    expect(await inLists()).toBe('');
  });

  test('refuse a state beside, an unknown light, another department and a forged cursor', async () => {
    const both = await tasks(world, { light: 'red', status: 'accepted' });
    expect([both.status, both.body.errors[0].pointer]).toEqual([400, '?light']);
    expect((await tasks(world, { light: 'purple' })).status).toBe(400);
    expect((await tasks(world, { light: 'red', department: 'health' })).status).toBe(404);
    for (const light of lights) {
      expect((await tasks(world, { light, cursor: 'x' })).body.code).toBe('invalid-cursor');
      const beyond = Buffer.from(JSON.stringify(['9999', 'CASE#1'])).toString('base64url');
      expect((await tasks(world, { light, cursor: beyond })).body).toEqual({ items: [], nextCursor: null });
    }
  });
});

test('a page by light costs the same however many cases run, and with pages that the database cuts short none is lost', async () => {
  const table = fakeTable({ page: 2 });
  const world = cases.intakeOver(table);
  const limit = { n: 5, unit: 'working-day', from: 'accepted', of: 'office' } as const;
  const accept = (day: string) =>
    stored(world, { state: 'accepted', promised: limit, submittedAt: at(day), acceptedAt: at(day) });
  const cost = async (light: string) => {
    world.clock.now = new Date(world.clock.now.getTime() + 60_000);
    table.calls.length = 0;
    await tasks(world, { light, limit: '100' });
    return table.calls.length;
  };
  world.clock.now = at('08-17 09:00');
  for (const day of ['08-03 09:00', '08-10 09:00', '08-13 09:00']) await accept(day);
  const few = [await cost('red'), await cost('yellow'), await cost('green')];
  for (let n = 0; n < 90; n++) await accept(['08-03 09:00', '08-10 09:00', '08-13 09:00'][n % 3] ?? '');
  expect([await cost('red'), await cost('yellow'), await cost('green')]).toEqual(few);
  for (const light of ['red', 'yellow', 'green']) {
    const found = await walked(world, { light, limit: '10' });
    expect([light, new Set(found.map(({ id }) => id)).size]).toEqual([light, 31]);
  }
});
