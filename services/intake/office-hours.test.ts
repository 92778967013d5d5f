import { beforeEach, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { recounted, stored, told } from '../../test/support/recounts.ts';
import type { Limit } from './domain/catalogue/item.ts';

let table: FakeTable;
let world: IntakeWorld;
beforeEach(() => {
  table = fakeTable();
  world = cases.intakeOver(table);
});

const publisher = staffActor('catalogue-publisher', {}, 'publisher');
const path = '/intake/hours';
const summer = {
  from: '2026-08-04',
  shifts: [
    { from: '08:00', until: '12:00' },
    { from: '15:00', until: '18:00' },
  ],
  notice: '鼓办〔2026〕12号',
};
const put = (body: object, version = 0, actor = publisher) =>
  world.send({ method: 'PUT', path, actor, headers: { 'If-Match': `"${version}"` }, body });
const publish = (version = 1, actor = people.head) => {
  const headers = { ...cases.freshKey(), 'If-Match': `"${version}"` };
  return world.send({ method: 'POST', path: `${path}/publish`, actor, headers, body: {} });
};
const outline = ({ status, body }: cases.Answer) => `${status} ${body.code ?? body.version}`;
const published = async (by = world) => (await by.send({ path: '/intake/public/hours' })).body.items;

test('one proposes the hours of his set and another publishes them, from a day to come; both stand in the record', async () => {
  expect([outline(await put(summer)), outline(await put(summer)), await published()]).toEqual(['200 1', '200 1', []]);
  expect(outline(await publish(1, publisher))).toBe('403 hours-same-person');
  expect([outline(await publish()), outline(await publish(2))]).toEqual(['200 2', '409 hours-not-proposed']);
  expect(await published()).toEqual([summer]);
  const { body } = await world.send({ path, actor: people.supervisor });
  expect(body).toMatchObject({ version: 2, published: [summer], proposed: null });
  expect(body.timeline).toMatchObject([
    { act: 'propose', actor: 'publisher', ...summer },
    { act: 'publish', actor: 'head', ...summer },
  ]);
  expect(await published(cases.intakeOver(fakeTable(), { set: 'jinan' }))).toEqual([]);
  const years = (await world.send({ path: '/intake/public/calendars' })).body.items;
  expect(years[0]).not.toHaveProperty('hours');
});

test('where nothing is published all may read by which hours it is counted all the same', async () => {
  const { body } = await world.send({ path: '/intake/public/hours' });
  const usual = [
    { from: '09:00', until: '12:00' },
    { from: '13:30', until: '17:00' },
  ];
  expect(body).toEqual({ usual, items: [] });
});

test.each([
  ['begin today', { from: '2026-08-03' }, '/from not-ahead'],
  ['overlap', { shifts: [summer.shifts[0], { from: '11:30', until: '18:00' }] }, '/shifts/1/from not-in-order'],
  ['end before they begin', { shifts: [{ from: '17:00', until: '09:00' }] }, '/shifts/0/until not-in-order'],
  ['are too few', { shifts: [{ from: '09:00', until: '14:59' }] }, '/shifts too-few-hours'],
])('hours that %s are refused by their place', async (_, rest, fault) => {
  const { status, body } = await put({ ...summer, ...rest });
  expect([
    status,
    body.code,
    ...body.errors.map((one: Record<string, string>) => `${one['pointer']} ${one['code']}`),
  ]).toEqual([400, 'hours-invalid', fault]);
});

test('what was proposed in time and whose day has come is not published any more', async () => {
  await put(summer);
  world.clock.now = new Date('2026-08-03T16:00:00Z');
  expect(outline(await publish())).toBe('400 hours-invalid');
});

test('limits of hours are counted by them from their day on: open cases anew, within a quarter of an hour', async () => {
  const hours: Limit = { n: 8, unit: 'hour', from: 'accepted', of: 'office' };
  const at = new Date('2026-08-03T02:00:00Z');
  const rest = { state: 'accepted', submittedAt: at, acceptedAt: at, acceptedBy: 'office', promised: hours } as const;
  world.clock.now = at;
  const id = await stored(world, rest);
  const short = await stored(world, { ...rest, promised: { ...hours, n: 3 } });
  const dueOf = async (one: string) => (await world.send(read(one, { actor: people.head }))).body.dueAt;
  // Five hours and a half of the first day, and two and a half of the second.
  expect([await dueOf(id), await dueOf(short)]).toEqual(['2026-08-04T03:30:00.000Z', '2026-08-03T06:30:00.000Z']);
  await put(summer);
  await publish();
  expect([await dueOf(id), await dueOf(short)]).toEqual(['2026-08-04T02:30:00.000Z', '2026-08-03T06:30:00.000Z']);
  expect(await recounted(world)).toBe(1);
  expect(await told(world)).toMatchObject([{ caseId: id, dueAt: '2026-08-04T02:30:00.000Z' }]);
  const { body } = await world.send({ ...read(id), path: `/intake/applications/${id}/timeline` });
  expect(body.items.at(-1)).toMatchObject({ act: 'recount', reason: expect.stringContaining(summer.notice) });
});
