import { beforeEach, describe, expect, test } from 'vitest';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { on, queueHandler } from '#shared/queue';
import type { Table } from '#shared/table';
import { staffActor } from '../../../test/support/actors.ts';
import { days2026, days2027, longer, head, propose } from '../../../test/support/calendars.ts';
import { publishDays, publishYear, shown } from '../../../test/support/calendars.ts';
import { engineForTests } from '../../../test/support/engine-table.ts';
import * as cases from '../../../test/support/intake.ts';
import { intakeOver, type IntakeWorld } from '../../../test/support/intake.ts';
import { sqsEvent } from '../../../test/support/sqs-event.ts';
import { onCalendarPublished } from '../functions/facts/on-calendar-published.ts';

const engine = engineForTests();

describe.each(engine.tables)('calendars of the city and its districts, over %s', (_, create) => {
  let table: Table;
  let city: IntakeWorld;
  beforeEach(async () => {
    table = await create();
    city = intakeOver(table, { set: 'fuzhou' });
  });

  test('faults are all named, in the language of the caller, and nothing is kept', async () => {
    const bad = { ...days2027, off: days2027.off.slice(1), worked: ['2027-02-06', '2027-02-08', '2027-02-06'] };
    const { status, body } = await city.send({
      ...propose(2027, 0, bad),
      headers: { 'If-Match': '"0"', 'Accept-Language': 'en' },
    });
    expect([status, body.code]).toEqual([400, 'calendar-invalid']);
    expect(body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/worked/1', 'weekday'],
      ['/worked/2', 'twice'],
      ['/off', 'not-off'],
    ]);
    expect(body.errors[0].message).toMatch(/2027-02-08 is no weekend day/);
    expect((await city.send(propose(2028, 0, days2027))).body.errors[0]).toMatchObject({
      pointer: '',
      code: 'too-early',
    });
    expect((await city.send({ path: '/intake/calendars/2027', actor: head })).body).toEqual({
      year: 2027,
      version: 0,
      published: null,
      proposed: null,
      timeline: [],
    });
  });

  test('a district does not publish for itself', async () => {
    const world = intakeOver(table);
    const [own, other] = ['one', 'two'].map((name) => staffActor('catalogue-publisher', {}, name));
    expect((await world.send(propose(2027, 0, { ...days2027, actor: own }))).body.code).toBe('calendar-of-city');
    expect((await world.send(publishYear(2027, 0, other))).body.code).toBe('calendar-of-city');
  });

  test('a district takes over what the city publishes, in whatever order and however often it hears of it', async () => {
    await publishDays(city, 2026, longer);
    await publishDays(city, 2026, { ...days2026, from: 2 });
    await publishDays(city, 2027, days2027);
    const facts = await city.facts();
    const district = intakeOver(await create());
    const consume = queueHandler(
      [on(CalendarPublishedV1, 'intake.on-calendar-published', onCalendarPublished)],
      district.deps,
    );
    for (const fact of [...facts.toReversed(), ...facts])
      expect((await consume(sqsEvent(fact))).batchItemFailures).toEqual([]);
    expect(await shown(district, 2026)).toEqual({ year: 2026, version: 4, ...days2026 });
    expect(await shown(district, 2027)).toEqual({ year: 2027, version: 2, ...days2027 });
    const { body } = await district.send({ path: '/intake/calendars/2027', actor: staffActor('supervisor') });
    expect(body.timeline).toMatchObject([{ act: 'receive', office: 'gulou/intake', actor: 'service:intake' }]);
  });

  test('a limit that reaches a new year is provisional until its calendar is known, then counted by it', async () => {
    const world = intakeOver(table, { set: 'fuzhou' });
    world.clock.now = new Date('2026-12-28T09:00:00+08:00');
    await cases.publish(world);
    const accepted = async () => {
      const id = await cases.draft(world);
      await world.send(cases.submit(id));
      await world.send(cases.accept(id, { actor: staffActor('approver', { district: 'fuzhou', department: 'amr' }) }));
      const { dueAt, provisional } = (await world.send(cases.read(id))).body;
      return { dueAt, provisional };
    };
    // Five working days: by weekends alone January 1, a Friday, would be one of them.
    expect(await accepted()).toEqual({ dueAt: '2027-01-04T15:59:59.999Z', provisional: true });
    await publishDays(world, 2027, days2027);
    expect(await accepted()).toEqual({ dueAt: '2027-01-05T15:59:59.999Z', provisional: false });
  });

  test('what was read is trusted for 30 seconds, then read anew', async () => {
    const other = intakeOver(table, { set: 'fuzhou' });
    expect((await shown(other, 2026)).version).toBe(0);
    await publishDays(city, 2026, longer);
    other.clock.now = new Date(other.clock.now.getTime() + 29_999);
    expect((await shown(other, 2026)).version).toBe(0);
    other.clock.now = new Date(other.clock.now.getTime() + 1);
    expect((await shown(other, 2026)).version).toBe(2);
  });
});
