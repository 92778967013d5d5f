import { beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '#shared/table';
import { fakeTable } from '#shared/table.fake';
import { days2025, days2026, days2027, extended, longer, head, propose } from '../../../test/support/calendars.ts';
import { publishDays, publisher, publishYear, second, shown } from '../../../test/support/calendars.ts';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { intakeOver, people, type IntakeWorld } from '../../../test/support/intake.ts';
import { receiveDays } from '../../../test/support/recounts.ts';

const engine = engineForTests();

describe.each(engine.tables)('calendars over %s', (_, create) => {
  let table: Table;
  let city: IntakeWorld;
  beforeEach(async () => {
    table = await create();
    city = intakeOver(table, { set: 'fuzhou' });
  });

  test('the years shipped are there for everybody, before anything is stored', async () => {
    const { body, headers } = await city.send({ path: '/intake/public/calendars' });
    expect(body.items.map(({ year, version }: Record<string, number>) => [year, version])).toEqual([
      [2024, 0],
      [2025, 0],
      [2026, 0],
    ]);
    expect(headers['Cache-Control']).toMatch(/^public/);
    expect(await shown(city, 2026)).toEqual({ year: 2026, version: 0, ...days2026 });
    // Those who publish see what is in force too, and the version to name.
    const { body: record } = await city.send({ path: '/intake/calendars/2026', actor: head });
    expect(record).toMatchObject({ version: 0, published: { ...days2026, version: 0 }, proposed: null });
    expect(await shown(city, 2027)).toMatchObject({ status: 404, code: 'calendar-not-published' });
  });

  test('a new year is proposed, published by a second person, told to all, and counted by at once', async () => {
    const proposed = await city.send(propose(2027, 0, days2027));
    expect([proposed.status, proposed.headers['ETag'], proposed.body]).toEqual([
      200,
      '"1"',
      { year: 2027, version: 1, published: null, proposed: { ...days2027, by: 'publisher' } },
    ]);
    expect(await shown(city, 2027)).toMatchObject({ code: 'calendar-not-published' });
    const published = await city.send(publishYear(2027, 1, head));
    expect([published.status, published.headers['ETag']]).toEqual([200, '"2"']);
    expect(await shown(city, 2027)).toEqual({ year: 2027, version: 2, ...days2027 });
    expect(await city.facts()).toMatchObject([
      {
        type: 'intake.calendar-published.v1',
        subject: 'calendar-2027',
        sequence: 2,
        toDistrict: '*',
        data: { year: 2027, version: 2, ...days2027 },
      },
    ]);
    const { body } = await city.send({ path: '/intake/calendars/2027', actor: head });
    expect(body).toMatchObject({ version: 2, proposed: null, published: { version: 2 } });
    expect(body.timeline).toEqual([
      {
        at: '2026-08-03T01:00:00.000Z',
        act: 'propose',
        office: 'fuzhou/catalogue-publisher',
        actor: 'publisher',
        notice: days2027.notice,
      },
      { at: '2026-08-03T01:00:00.000Z', act: 'publish', office: 'fuzhou/amr', actor: 'head', notice: days2027.notice },
    ]);
  });

  test('a year that is in force is amended by a new version; until then the old one is counted by', async () => {
    await city.send(propose(2026, 0, longer));
    expect((await shown(city, 2026)).version).toBe(0);
    await city.send(publishYear(2026, 1));
    expect(await shown(city, 2026)).toEqual({ year: 2026, version: 2, ...longer });
    await publishDays(city, 2026, { ...days2026, from: 2 });
    expect(await shown(city, 2026)).toEqual({ year: 2026, version: 4, ...days2026 });
    expect((await city.facts()).map(({ sequence }) => sequence)).toEqual([2, 4]);
  });

  test('what is over is not amended: a closed year not at all, today’s year in its days to come, by a notice of its own', async () => {
    const closed = { ...days2025, off: days2025.off.slice(0, -1), notice: '国办发明电〔2026〕7号' };
    const { status, body } = await city.send(propose(2025, 0, closed));
    expect([status, body.code]).toEqual([400, 'calendar-invalid']);
    expect(body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/notice', 'notice-year'],
      ['/off', 'past'],
    ]);
    expect((await city.send(propose(2026, 0, extended))).body.errors).toMatchObject([
      { pointer: '/off/33', code: 'past' },
      { pointer: '/off/34', code: 'past' },
      { pointer: '/off/35', code: 'past' },
    ]);
    await city.send(propose(2026, 0, longer));
    city.clock.now = new Date('2026-10-09T01:00:00Z');
    expect((await city.send(publishYear(2026, 1))).body.errors).toMatchObject([{ pointer: '/off/33', code: 'past' }]);
    expect((await shown(city, 2026)).version).toBe(0);
  });

  test('days that are over are corrected by two persons and a reason; what turned is kept, in a district as well', async () => {
    city.clock.now = new Date('2026-03-02T01:00:00Z');
    const correction = '通知于假期中发布，系统未及时更新';
    const mended = { ...extended, off: extended.off.filter((day) => day !== '2026-02-16') };
    const proposed = await city.send(propose(2026, 0, Object.assign({ correction }, mended)));
    expect([proposed.status, proposed.body.proposed.correction]).toEqual([200, correction]);
    expect((await city.send(publishYear(2026, 1, publisher))).body.code).toBe('calendar-same-person');
    expect((await city.send(publishYear(2026, 1, head))).status).toBe(200);
    expect(await shown(city, 2026)).toEqual({ year: 2026, version: 2, ...mended });
    const { body } = await city.send({ path: '/intake/calendars/2026', actor: head });
    const turned = ['2026-02-16', '2026-02-24', '2026-02-25', '2026-02-26'];
    expect(body.timeline).toMatchObject([
      { act: 'propose', actor: 'publisher', correction },
      { act: 'publish', actor: 'head', correction, turned },
    ]);
    expect(body.timeline[0]).not.toHaveProperty('turned');
    const district = intakeOver(fakeTable());
    district.clock.now = city.clock.now;
    await receiveDays(district, { ...mended, year: 2026 });
    const there = await district.send({ path: '/intake/calendars/2026', actor: people.supervisor });
    expect(there.body.timeline).toMatchObject([{ act: 'receive', turned }]);
    expect((await city.send(propose(2026, 2, days2026))).body.code).toBe('calendar-invalid');
  });

  test('nobody publishes what he proposed himself, nor what nobody proposed', async () => {
    expect((await city.send(publishYear(2027, 0))).body.code).toBe('calendar-not-proposed');
    await city.send(propose(2027, 0, days2027));
    expect((await city.send(publishYear(2027, 1, publisher))).body.code).toBe('calendar-same-person');
    const sameParty = { ...head, sub: 'another', partyId: publisher.partyId };
    expect((await city.send(publishYear(2027, 1, sameParty))).body.code).toBe('calendar-same-person');
    expect(await city.facts()).toEqual([]);
  });

  test('whoever acts names the version he saw: a proposal changed in between is not published', async () => {
    await city.send(propose(2027, 0, days2027));
    const other = { ...days2027, worked: ['2027-02-06'] };
    expect((await city.send(propose(2027, 0, { ...other, actor: second }))).status).toBe(412);
    expect((await city.send(propose(2027, 1, { ...other, actor: second }))).status).toBe(200);
    expect((await city.send(publishYear(2027, 1, head))).status).toBe(412);
    expect((await city.send(propose(2027, 2, days2027))).body.version).toBe(3);
  });

  test('a repeated request is done once and answered alike', async () => {
    const first = propose(2027, 0, days2027);
    expect((await city.send(first)).body).toEqual((await city.send(first)).body);
    const act = publishYear(2027, 1);
    const done = await city.send(act);
    const again = await city.send(act);
    expect([again.status, again.body, again.headers['Idempotent-Replayed']]).toEqual([200, done.body, 'true']);
    expect(await city.facts()).toHaveLength(1);
  });

  test('two who publish at once publish once', async () => {
    await city.send(propose(2027, 0, days2027));
    const replies = await Promise.all([city.send(publishYear(2027, 1)), city.send(publishYear(2027, 1, head))]);
    expect(replies.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 412]));
    expect(await city.facts()).toHaveLength(1);
  });
});
