// Needs the faults and the clock of the local cloud.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  codeOf,
  draft,
  expectStatus,
  foodItem,
  itemsOf,
  opined,
  pathOf,
  problem,
  reviewed,
  told,
} from '../support/cases.ts';
import { foodForm } from '../support/form.ts';
import type { Caller } from '../support/hall.ts';
import { lookInside } from '../support/inside.ts';
import { envelope } from '#events/event';
import { busOf } from '../support/put-facts.ts';
import { sendStatement, strangeBill, suspended } from '../support/statement-sending.ts';
import { inCity } from '../support/upload.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';

let journey: LocalJourney;
let company: Caller;
let table: string;
beforeAll(async () => {
  journey = await startLocalJourney({ copies: 4 });
  const inside = lookInside(journey.cloud);
  table = inside.table('gulou-intake');
  inside.stop();
  company = journey.hall.as('company');
});
afterEach(() => journey.cloud.faults.dynamodb.clear());
afterAll(() => journey?.stop());

const mine = '/intake/applications?mine=true&limit=100';

describe.each(['lost-reply', 'transaction-conflict', 'conditional-conflict', 'throttled', 'server-error'] as const)(
  'when a transaction meets a %s',
  (kind) => {
    test('a case is begun, handed in and decided exactly once', async () => {
      const { cloud, hall } = journey;
      const spoil = () => cloud.faults.dynamodb.add({ kind, operation: 'TransactWriteItems', table, times: 1 });
      const before = itemsOf(await company.get(mine)).length;
      const firedBefore = cloud.faults.dynamodb.fired();

      spoil();
      const id = await draft(company);
      expect(itemsOf(await company.get(mine))).toHaveLength(before + 1);
      spoil();
      await expectStatus(company.post(`${pathOf(id)}/submit`, {}), 200);
      spoil();
      await expectStatus(hall.as('clerk').post(`${pathOf(id)}/accept`, {}), 200);
      const answer = await opined(hall.as('approver-amr'), id);
      spoil();
      const decision = { outcome: 'granted', opinion: '同意' };
      const ifMatch = answer.headers.get('etag') ?? '';
      await expectStatus(hall.as('approver-amr').post(`${pathOf(id)}/decide`, decision, { ifMatch }), 200);
      expect(cloud.faults.dynamodb.fired()).toBe(firedBefore + 4);

      const acts = itemsOf(await company.get(`${pathOf(id)}/timeline`)).map(({ act }) => act);
      expect(acts).toEqual(['create', 'submit', 'accept', 'give-opinion', 'give-opinion', 'decide']);
      await cloud.settle();
      expect((await told(company, id)).toSorted()).toEqual(['accepted', 'granted', 'result-ready', 'submitted']);
    });
  },
);

test('a draft whose saved reply is lost on the way is saved once', async () => {
  const path = pathOf(await draft(company));
  journey.cloud.faults.dynamodb.add({ kind: 'lost-reply', operation: 'PutItem', table, times: 1 });
  const answer = await company.put(path, { form: foodForm }, { ifMatch: '"1"' });
  expect([200, 412]).toContain(answer.status);
  const again = await expectStatus(company.put(path, { form: foodForm }, { ifMatch: '"1"' }), 200);
  expect(again.body).toMatchObject({ version: 2 });
});

test('conflicts that do not end are a clear problem, and nothing is done', async () => {
  const id = await draft(company);
  const operation = 'TransactWriteItems';
  journey.cloud.faults.dynamodb.add({ kind: 'transaction-conflict', operation, table, times: 500 });
  const answer = await company.post(`${pathOf(id)}/submit`, {});
  expect(answer).toMatchObject(problem(409, 'conflict'));
  expect(answer.headers.get('retry-after')).toBe('1');
  journey.cloud.faults.dynamodb.clear();
  expect((await company.get(pathOf(id))).body).toMatchObject({ status: 'draft', version: 1 });
  await expectStatus(company.post(`${pathOf(id)}/submit`, {}), 200);
});

test('a database that is down is a clear 500, and the same key does it once when it is back', async () => {
  const { hall, cloud } = journey;
  const { id, etag } = await reviewed(hall, company);
  cloud.faults.dynamodb.add({ kind: 'server-error', times: 500 });
  const decide = () =>
    hall
      .as('approver-amr')
      .post(`${pathOf(id)}/decide`, { outcome: 'granted', opinion: '同意' }, { ifMatch: etag, key: `decide-${id}` });
  const down = await decide();
  expect(down).toMatchObject(problem(500, 'unexpected'));
  expect(down.headers.get('content-type')).toBe('application/problem+json');
  cloud.faults.dynamodb.clear();
  expect(codeOf(await decide())).toBe('200 decided');
  expect((await decide()).headers.get('idempotent-replayed')).toBe('true');
});

test('a statement that finance sends in is matched once, though its run breaks down, its fact comes twice and its file again; two people end what differs', async () => {
  const { cloud, hall } = journey;
  const [maker, checker] = [hall.as('finance.city'), hall.as('finance-checker.city')];
  const inside = lookInside(cloud);
  const { id, bytes } = strangeBill(cloud.clock.now(), [700, 900]);
  const read = async () => (await maker.get(`/payments/reconciliations/${id}`, inCity)).body;
  const own = { table: inside.table('fuzhou-payments') };
  // Only the run reads in batches here: its first try breaks down, and another goes on.
  const firedBefore = cloud.faults.dynamodb.fired();
  cloud.faults.dynamodb.add({ kind: 'server-error', operation: 'BatchGetItem', ...own, times: 4 });
  expect(await sendStatement(maker, id, bytes)).toMatchObject({ status: 'received', revision: 1 });
  await cloud.settle();
  expect(cloud.faults.dynamodb.fired()).toBe(firedBefore + 4);
  const matched = await read();
  expect(matched).toMatchObject({
    status: 'matched',
    classes: { MISSING_IN_LEDGER: { rows: 2, inFen: 1600 }, UNPARSEABLE_ROW: { rows: 1 } },
  });

  const told = (await inside.rows('fuzhou-payments')).flatMap(({ pk, event }) =>
    String(pk).startsWith('OUT#') ? [envelope().parse(event)] : [],
  );
  inside.stop();
  await busOf(cloud, inside, 'fuzhou')(...told.filter(({ data }) => data['reconciliationId'] === id));
  await sendStatement(maker, id, bytes);
  await cloud.settle();
  expect(await read()).toEqual(matched);

  const listed = await maker.get('/payments/exceptions?channel=wechat&class=MISSING_IN_LEDGER', inCity);
  expect(itemsOf(listed)).toMatchObject([{ status: 'open' }, { status: 'open' }]);
  for (const one of itemsOf(listed)) await suspended(String(one['id']), { maker, checker });
  const suspense = itemsOf(await checker.get('/payments/suspense', inCity));
  expect(new Set(suspense.map(({ amountFen }) => amountFen))).toEqual(new Set([700, 900]));
  const trial = (await maker.get('/payments/reports/trial-balance', inCity)).body;
  expect(trial).toMatchObject({ differenceFen: 0 });
});

test('a token that ends while the gateway remembers it is refused by the route', async () => {
  const { hall, cloud, token } = journey;
  const held = await token('company', { expiresIn: 120 });
  const verified = () => cloud.logs().filter(({ function: name }) => name.includes('Authorizer')).length;
  await expectStatus(hall.anyone.get(mine, { token: held }), 200);
  const lines = verified();
  const draftBody = { itemKey: foodItem, form: {}, channel: 'online' };
  await expectStatus(hall.anyone.post('/intake/applications', draftBody, { token: held }), 201);
  expect(verified()).toBe(lines);

  await cloud.moveClock('+121s');
  expect(await hall.anyone.get(mine, { token: held })).toMatchObject(problem(401, 'token-expired'));
  expect(verified()).toBe(lines);
  await cloud.moveClock('+5m');
  expect(await hall.anyone.get(mine, { token: held })).toMatchObject(problem(401, 'unauthorized'));
});
