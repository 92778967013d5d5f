// Needs the logs and the queues of the local cloud.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSeed } from '../../localstack/seed-files.ts';
import { item } from '../../services/intake/domain/catalogue/item.ts';
import { daysOf } from '../support/calendars.ts';
import { expectStatus, idOf } from '../support/cases.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';

let journey: LocalJourney;
beforeAll(async () => {
  journey = await startLocalJourney();
});
afterAll(() => journey?.stop());

const city = { set: 'fuzhou' };
const itemKey = 'public-place-hygiene';

test('the city publishes the next year with two people, and every set counts by it; no set hears of it twice, the city not at all', async () => {
  const { hall, cloud } = journey;
  const [publisher, head] = [hall.as('publisher.city'), hall.as('head-amr.city')];
  const year = cloud.clock.now().getFullYear() + 1;
  const [path, days] = [`/intake/calendars/${year}`, daysOf(year)];
  const since = cloud.logs().length;
  const proposed = await expectStatus(publisher.put(path, days, { ...city, ifMatch: '"0"' }), 200);
  const ifMatch = proposed.headers.get('etag') ?? '';
  await expectStatus(publisher.post(`${path}/publish`, {}, { ...city, ifMatch }), 403);
  await expectStatus(head.post(`${path}/publish`, {}, { ...city, ifMatch }), 200);
  await cloud.settle();

  for (const set of ['fuzhou', 'gulou', 'jinan']) {
    const { body } = await hall.anyone.get(`/intake/public/calendars/${year}`, { set });
    expect([set, body]).toEqual([set, { year, version: 2, ...days }]);
  }
  const heard = cloud
    .logs()
    .slice(since)
    .filter(({ text }) => text.includes('"route":"intake.on-calendar-published"'))
    .map(({ function: name }) => name.replace(/Function\w+$/, ''));
  expect(heard.toSorted()).toEqual(['banshi-gulou-intake-IntakeConsume', 'banshi-jinan-intake-IntakeConsume']);
  await expectStatus(hall.as('publisher').put(path, days, { ifMatch: '"2"' }), 403);
});

test('the city shortens a promise: its districts, and they alone, see where they promise more, and can promise no more of it', async () => {
  const { hall, cloud } = journey;
  const [editor, publisher] = [hall.as('editor.city'), hall.as('publisher.city')];
  const own = readSeed().items.filter(({ key }) => key === itemKey);
  const items = own.map((one) => ({ ...one, promisedLimit: { ...item().parse(one).promisedLimit, n: 1 } }));
  const edition = idOf(await expectStatus(editor.post('/intake/catalogue', { departments: [], items }, city), 201));
  const path = `/intake/catalogue/editions/${edition}`;
  await expectStatus(editor.post(`${path}/submit`, {}, city), 200);
  await expectStatus(publisher.post(`${path}/publish`, {}, city), 200);
  await cloud.settle();

  const behind = { itemKey, field: 'promisedLimit', city: { n: 1 } };
  expect((await hall.as('editor').get('/intake/catalogue/faults')).body).toMatchObject({ items: [behind] });
  expect((await editor.get('/intake/catalogue/faults', city)).body).toEqual({ items: [] });
  const refused = await expectStatus(hall.as('editor').post('/intake/catalogue', { departments: [], items: own }), 400);
  expect(refused.body).toMatchObject({ errors: [{ pointer: '/items/0/promisedLimit', code: 'longer-than-city' }] });
});
