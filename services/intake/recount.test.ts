import { beforeEach, describe, expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { days2026, days2027, extended } from '../../test/support/calendars.ts';
import { intakeOver, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { receiveDays, recounted, stored, told } from '../../test/support/recounts.ts';
import { acting, at, made } from './acting.fake.ts';
import { applicationOf } from './cases.fake.ts';
import type { Application } from './domain/case/application.ts';
import { decide } from './domain/case/deciding.ts';
import { settled } from './domain/case/settled.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

let table: FakeTable;
let world: IntakeWorld;
beforeEach(async () => {
  table = fakeTable();
  world = intakeOver(table);
  world.clock.now = at('02-10 09:00');
  await passTimeHourly(world.deps)();
});

// The Spring Festival of 2026 ends on February 23; the amendment gives three days more. February 28 is a worked Saturday.
const accepted: Partial<Application> = {
  state: 'accepted',
  submittedAt: at('02-10 08:00'),
  acceptedAt: at('02-10 08:30'),
  acceptedBy: 'office',
};
const rowOf = (id: string) => table.rows().find(({ pk, sk }) => pk === `CASE#${id}` && sk === 'DUE');
const find = async (id: string) => (await world.deps.applications.getForClock(id)) ?? applicationOf();
const moment = (text: string) => new Date(at(text).getTime() + 59_999).toISOString();

describe('an amended year', () => {
  test('moves the end of an accepted case, tells it, and says so in the timeline', async () => {
    const id = await stored(world, accepted);
    expect((await find(id)).ahead?.dueAt?.toISOString()).toBe(moment('02-24 23:59'));
    await receiveDays(world, { ...extended, year: 2026 });
    expect(await recounted(world)).toBe(1);
    expect(await told(world)).toEqual([
      expect.objectContaining({ caseId: id, dueAt: moment('02-27 23:59'), provisional: false, state: 'accepted' }),
    ]);
    expect(rowOf(id)).toMatchObject({ at: moment('02-27 23:59'), pk3: expect.stringContaining('2026-02-27') });
    const { body } = await world.send({ ...read(id), path: `/intake/applications/${id}/timeline` });
    expect(body.items.at(-1)).toMatchObject({
      act: 'recount',
      office: 'gulou/clock',
      actor: 'service:intake',
      reason: `2026年：${extended.notice}`,
    });
    expect(await recounted(world)).toBe(0);
  });

  test('moves where a case handed in is looked at; nobody else needs to know', async () => {
    const id = await stored(world, { state: 'submitted', submittedAt: at('02-10 08:00') });
    await receiveDays(world, { ...extended, year: 2026 });
    expect([await recounted(world), await told(world)]).toEqual([1, []]);
    expect(rowOf(id)?.['at']).toBe(moment('02-27 23:59'));
  });

  test.each<[string, Partial<Application>]>([
    ['that ends before', { ...accepted, promised: { n: 3, unit: 'working-day', from: 'accepted', of: 'office' } }],
    [
      'whose clock stands still',
      { ...accepted, state: 'suspended', pauses: [{ kind: 'hearing', from: at('02-10 08:40'), why: '-' }] },
    ],
    ['of hours that end before', { ...accepted, promised: { n: 4, unit: 'hour', from: 'accepted', of: 'office' } }],
    ['that is a draft', { state: 'draft' }],
  ])('does not touch a case %s', async (_, rest) => {
    const id = await stored(world, rest);
    const before = await find(id);
    await receiveDays(world, { ...extended, year: 2026 });
    expect([await recounted(world), await told(world)]).toEqual([0, []]);
    expect(await find(id)).toEqual(before);
  });

  test('does not change what a case that has ended was told', async () => {
    const id = await stored(world, accepted);
    const change = made(
      decide(await find(id), acting({ outcome: 'granted', opinion: '同意' }, { at: at('02-10 09:00') })),
    );
    const cause = {
      at: at('02-10 09:00'),
      actor: people.approver,
      office: 'gulou/amr',
      correlationId: 'c',
      causationId: 'c',
    };
    await world.deps.applications.save(settled(change, { ...cause, calendar: shippedCalendars }), cause);
    const before = (await world.send(read(id))).body;
    expect(before).toMatchObject({
      dueAt: moment('02-24 23:59'),
      legalDueAt: moment('03-16 23:59'),
      outcome: 'granted',
    });
    await receiveDays(world, { ...extended, year: 2026 });
    expect(await recounted(world)).toBe(0);
    expect((await world.send(read(id))).body).toEqual(before);
  });

  test('keeps warnings that were given and a silent acceptance that happened, and warns of nothing twice', async () => {
    const late = await stored(world, { ...accepted, acceptedAt: at('02-02 09:00'), acceptedBy: 'silence' });
    world.clock.now = at('02-14 00:10');
    await passTimeHourly(world.deps)();
    expect((await find(late)).warned).toEqual(['overdue-head', 'overdue-supervisor']);
    // The notice reaches the city late: by it, the week before was off.
    const off = [...days2026.off, '2026-02-03', '2026-02-04', '2026-02-05', '2026-02-06'];
    await receiveDays(world, { ...days2026, off, year: 2026 });
    expect(await recounted(world)).toBe(1);
    expect(await find(late)).toMatchObject({
      warned: ['overdue-head', 'overdue-supervisor'],
      acceptedBy: 'silence',
      acceptedAt: at('02-02 09:00'),
    });
    expect(await told(world)).toMatchObject([{ dueAt: moment('02-13 23:59') }]);
    world.clock.now = at('02-28 00:10');
    expect(await passTimeHourly(world.deps)()).toEqual({ CasesPassedByTime: 0 });
  });
});

test('a year that is published takes the provisional mark away, and moves what its holidays move', async () => {
  world.clock.now = at('12-28 09:00');
  const certain = await stored(world, {
    ...accepted,
    acceptedAt: at('12-28 08:00'),
    promised: { n: 3, unit: 'working-day', from: 'accepted', of: 'office' },
  });
  const provisional = await stored(world, { ...accepted, acceptedAt: at('12-28 08:00') });
  await receiveDays(world, { ...days2027, year: 2027 });
  expect(await recounted(world)).toBe(1);
  expect(await told(world)).toMatchObject([
    { caseId: provisional, dueAt: '2027-01-05T15:59:59.999Z', provisional: false },
  ]);
  expect((await find(certain)).version).toBe(2);
});

test('a calendar that changes no day orders nothing; one with other days waits until nobody counts by the old one', async () => {
  await stored(world, accepted);
  await receiveDays(world, { ...days2026, notice: '国办发明电〔2026〕2号', year: 2026 });
  expect(await recounted(world)).toBe(0);
  await receiveDays(world, { ...extended, year: 2026 }, 3);
  expect(await recounted(world, 59)).toBe(0);
  expect(await recounted(world, 1)).toBe(1);
});

test('who acts before the recount comes tells the new end himself, once', async () => {
  const id = await stored(world, accepted);
  await receiveDays(world, { ...extended, year: 2026 });
  world.clock.now = new Date(world.clock.now.getTime() + 31_000);
  const found = await find(id);
  const change = { before: found, application: { ...found, version: found.version + 1 }, act: 'claim' as const };
  const cause = {
    at: world.clock.now,
    actor: people.approver,
    office: 'gulou/amr',
    correlationId: 'c',
    causationId: 'c',
  };
  const calendar = await world.deps.calendars.current();
  await world.deps.applications.save(settled(change, { ...cause, calendar }), cause);
  expect(await recounted(world)).toBe(0);
  expect(await told(world, 'claim')).toMatchObject([{ dueAt: moment('02-27 23:59') }]);
});

test('what is due after all by the new calendar is passed by time as before', async () => {
  const id = await stored(world, { ...accepted, acceptedAt: at('02-10 08:30') });
  // The last days before the festival are worked after all, so that the end comes earlier.
  const off = days2026.off.filter((day) => day > '2026-02-17' || day < '2026-02-15');
  await receiveDays(world, { ...days2026, off, year: 2026 });
  expect(await recounted(world)).toBe(1);
  expect((await find(id)).ahead?.dueAt?.toISOString()).toBe(moment('02-16 23:59'));
  world.clock.now = at('02-17 00:10');
  expect(await passTimeHourly(world.deps)()).toEqual({ CasesPassedByTime: 1 });
});
