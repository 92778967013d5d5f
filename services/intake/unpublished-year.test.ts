import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { days2027 } from '../../test/support/calendars.ts';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import { act, draft, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { receiveDays, recounted } from '../../test/support/recounts.ts';
import { itemOf } from './cases.fake.ts';

let world: IntakeWorld;
let id: string;

/** Asked on Thursday, December 24, 2026, for an answer in nine working days: by weekends alone these end on January 6. */
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  await cases.publish(world, { ...cases.publication, items: [itemOf()] });
  world.clock.now = new Date('2026-12-24T01:00:00Z');
  id = await draft(world);
  await world.send(cases.submit(id));
  const defects = [{ pointer: '/operator', what: '名称不符', mend: '核对' }];
  await world.send(act(id, 'request-correction', { actor: people.clerk, body: { defects, days: 9 } }));
});
const shown = async () => (await world.send(read(id))).body;
const mine = async () => {
  const request = { path: '/intake/applications', query: { mine: 'true' }, actor: people.company };
  return (await world.send(request)).body.items[0];
};

test('the applicant reads until which day he must answer, and that it may still move, in his case and in his list', async () => {
  const asked = [{ what: 'correction', until: '2027-01-06', provisional: true }];
  expect([(await shown()).asked, (await mine()).asked]).toEqual([asked, asked]);
  await receiveDays(world, { year: 2027, ...days2027 }, 2);
  const sure = [{ what: 'correction', until: expect.stringMatching(/^2027-01-/), provisional: false }];
  expect((await shown()).asked).toEqual(sure);
});

test('nothing is closed on a guess: he may answer until the year is published, and the clock goes by that', async () => {
  await tickedAt(world, '2027-01-06T17:00:00Z');
  expect((await shown()).status).toBe('correcting');
  await receiveDays(world, { year: 2027, ...days2027 }, 2);
  await recounted(world);
  const [{ until }] = (await shown()).asked;
  await tickedAt(world, `${until}T15:30:00Z`);
  expect((await shown()).status).toBe('correcting');
  await tickedAt(world, `${until}T16:30:00Z`);
  expect(await shown()).toMatchObject({ outcome: 'no-correction', decidedAt: `${until}T15:59:59.999Z` });
});

test('where nobody ever publishes it, the last day that any calendar could make it is the end', async () => {
  // Five working days lie in December; with forty weekdays off from January 1 on, the fourth of the year is March 3.
  await tickedAt(world, '2027-03-03T15:00:00Z');
  const changes = [{ pointer: '/operator', value: '示例餐饮有限公司' }];
  expect((await shown()).status).toBe('correcting');
  await tickedAt(world, '2027-03-03T16:30:00Z');
  expect((await shown()).outcome).toBe('no-correction');
  expect(outline(await world.send(act(id, 'resubmit', { actor: people.company, body: { changes } })))).toBe(
    '409 wrong-state',
  );
});
