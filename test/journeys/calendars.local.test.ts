// Needs the logs and the queues of the local cloud.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extended } from '../support/calendars.ts';
import { expectStatus } from '../support/cases.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';

let journey: LocalJourney;
beforeAll(async () => {
  journey = await startLocalJourney();
});
afterAll(() => journey?.stop());

const path = '/intake/calendars/2026';
const city = { set: 'fuzhou' };

test('the city amends a year with two people, and every set counts by it; no set hears of it twice, the city not at all', async () => {
  const { hall, cloud } = journey;
  const [publisher, head] = [hall.as('publisher.city'), hall.as('head-amr.city')];
  const since = cloud.logs().length;
  const proposed = await expectStatus(publisher.put(path, extended, { ...city, ifMatch: '"0"' }), 200);
  const ifMatch = proposed.headers.get('etag') ?? '';
  await expectStatus(publisher.post(`${path}/publish`, {}, { ...city, ifMatch }), 403);
  await expectStatus(head.post(`${path}/publish`, {}, { ...city, ifMatch }), 200);
  await cloud.settle();

  for (const set of ['fuzhou', 'gulou', 'jinan']) {
    const { body } = await hall.anyone.get('/intake/public/calendars/2026', { set });
    expect([set, body]).toEqual([set, { year: 2026, version: 2, ...extended }]);
  }
  const heard = cloud
    .logs()
    .slice(since)
    .filter(({ text }) => text.includes('"route":"intake.on-calendar-published"'))
    .map(({ function: name }) => name.replace(/Function\w+$/, ''));
  expect(heard.toSorted()).toEqual(['banshi-gulou-intake-IntakeConsume', 'banshi-jinan-intake-IntakeConsume']);
  await expectStatus(hall.as('publisher').put(path, extended, { ifMatch: '"2"' }), 403);
});
