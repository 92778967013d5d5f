// Needs the faults, logs and buses of the local cloud.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { envelope, type Envelope } from '#events/event';
import { DocumentDueV1 } from '#events/intake/document-due.v1';
import type { Cloud } from '../../localstack/cloud.ts';
import { expectStatus, foodItem, itemsOf, pathOf, reviewed, submitted, told } from '../support/cases.ts';
import type { Caller } from '../support/hall.ts';
import { lookInside, type Inside } from '../support/inside.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';
import { busOf } from '../support/put-facts.ts';

let journey: LocalJourney;
let cloud: Cloud;
let inside: Inside;
let company: Caller;
let put: ReturnType<typeof busOf>;
beforeAll(async () => {
  journey = await startLocalJourney({ copies: 4 });
  ({ cloud } = journey);
  inside = lookInside(cloud);
  put = busOf(cloud, inside);
  company = journey.hall.as('company');
});
afterEach(() => {
  cloud.faults.dynamodb.clear();
  cloud.faults.queues.clear();
});
afterAll(async () => {
  inside?.stop();
  await journey?.stop();
});

const inbox = 'NotificationsInboxQueue';
const deadLetters = () => cloud.queue('NotificationsInboxDeadLette').peek();
const all = ['accepted', 'granted', 'result-ready', 'submitted'];
const outboxRow = z.object({ pk: z.string().startsWith('OUT#'), event: envelope() });

async function decided(): Promise<string> {
  const { id, etag } = await reviewed(journey.hall, company);
  const decision = { outcome: 'granted', opinion: '同意' };
  const approver = journey.hall.as('approver-amr');
  await expectStatus(approver.post(`${pathOf(id)}/decide`, decision, { ifMatch: etag }), 200);
  return id;
}

async function linesOf(id: string): Promise<string[]> {
  await cloud.settle();
  return (await told(company, id)).toSorted();
}

/** The facts of a case that others hear of, as its set's outbox keeps them, oldest first. */
async function factsOf(id: string, stack = 'gulou-intake'): Promise<Envelope[]> {
  const rows = (await inside.rows(stack)).flatMap((row) => outboxRow.safeParse(row).data ?? []);
  const told = ({ subject, type }: Envelope) => subject === id && type !== DocumentDueV1.type;
  const facts = rows.map(({ event }) => event).filter(told);
  return facts.toSorted((a, b) => a.sequence - b.sequence);
}

test.each(['deliver-twice', 'deliver-twice-at-once'] as const)(
  'a queue may %s: one line for each fact',
  async (kind) => {
    cloud.faults.queues.add({ kind, queue: inbox, times: 10 });
    cloud.faults.queues.add({ kind, queue: 'IntakeInboxQueue', times: 10 });
    const before = cloud.faults.queues.fired();
    const id = await decided();
    expect(await linesOf(id)).toEqual(all);
    expect(cloud.faults.queues.fired()).toBeGreaterThan(before);
    expect(deadLetters()).toEqual([]);
  },
);

test('each fact makes one hop, and each consumer hears it once', async () => {
  await cloud.settle();
  const since = cloud.logs().length;
  const matched = cloud.counters().rulesMatched;
  const id = await submitted(company);
  await cloud.settle();
  const [fact] = await factsOf(id);
  const heard = cloud
    .logs()
    .slice(since)
    .filter(({ text }) => text.includes(`"eventId":"${fact?.id}"`))
    .map(({ function: name }) => name.replace(/Function\w+$/, ''));
  expect(heard.toSorted()).toEqual([
    'banshi-fuzhou-intake-IntakeConsume',
    'banshi-fuzhou-materials-MaterialsConsume',
    'banshi-fuzhou-notifications-NotificationsConsume',
  ]);
  // Gulou's rule to the city, and one rule there for each of the three consumers. What must be put in writing goes to the
  // maker in Gulou, and in the city to nobody.
  // Two lines are fetched, each by a rule of the city; where they stand is told three times: to the city's intake, over the hop,
  // and to Gulou's.
  expect(cloud.counters().rulesMatched - matched).toBe(4 + 2 + 2 + 3 * 3);
});

test('facts that overtake what they speak of wait for it', async () => {
  const facts = await factsOf(await decided());
  const caseId = randomUUID();
  const again = facts.map((fact) => ({
    ...fact,
    id: randomUUID(),
    subject: caseId,
    data: { ...fact.data, caseId },
  }));
  for (const fact of again.toReversed()) {
    expect(await told(company, caseId)).toEqual([]);
    await put(fact);
  }
  // Nobody decided this case in its set, so no result of it is to be had.
  const known = all.filter((line) => line !== 'result-ready');
  expect(await linesOf(caseId)).toEqual(known);
  const mine = itemsOf(await company.get('/intake/applications?mine=true&limit=100', { set: 'fuzhou' }));
  expect(mine.find(({ id }) => id === caseId)).toMatchObject({ status: 'decided', outcome: 'granted' });
  const parked = await inside.rows('fuzhou-notifications');
  expect(parked.filter(({ pk }) => String(pk).startsWith('PARK#'))).toEqual([]);

  await put(...again);
  expect(await linesOf(caseId)).toEqual(known);
});

test('an older fact that comes late changes no copy', async () => {
  const id = await decided();
  await cloud.settle();
  const [, early] = await factsOf(id);
  if (!early) throw new Error('no fact of acceptance');
  await put({ ...early, id: randomUUID() });
  const mine = itemsOf(await company.get('/intake/applications?mine=true&limit=100', { set: 'fuzhou' }));
  expect(mine.find((one) => one['id'] === id)).toMatchObject({ status: 'decided', outcome: 'granted' });
});

test('what the bus refuses is published later, and nothing is lost', async () => {
  cloud.faults.events.failNext(4);
  const ids = [await decided(), await decided()];
  expect(await Promise.all(ids.map(linesOf))).toEqual([all, all]);
});

test.each(['transaction-conflict', 'lost-reply', 'throttled'] as const)(
  'a consumer that meets a %s does its work once',
  async (kind) => {
    const operation = 'TransactWriteItems';
    for (const stack of ['fuzhou-notifications', 'fuzhou-intake'])
      cloud.faults.dynamodb.add({ kind, operation, table: inside.table(stack), times: 2 });
    const before = cloud.faults.dynamodb.fired();
    const id = await decided();
    expect(await linesOf(id)).toEqual(all);
    expect(cloud.faults.dynamodb.fired()).toBe(before + 4);
    expect(deadLetters()).toEqual([]);
  },
);

test('a database that is down for a while costs time, not facts', async () => {
  const failures = () => cloud.logs().filter(({ text }) => text.includes('"MessageFaults":1')).length;
  const before = failures();
  // Three attempts of the SDK at each of the first two deliveries.
  cloud.faults.dynamodb.add({ kind: 'server-error', table: inside.table('fuzhou-notifications'), times: 6 });
  const id = await submitted(company);
  await cloud.settle();
  expect(failures()).toBeGreaterThan(before);
  expect(await linesOf(id)).toEqual(['submitted']);
  expect(deadLetters()).toEqual([]);
});

test('what cannot be read ends among the dead letters, and holds nothing back', async () => {
  const id = await submitted(company);
  await cloud.settle();
  const [fact] = await factsOf(id);
  if (!fact) throw new Error('no fact of submission');
  const broken = { ...fact, id: randomUUID(), data: { caseId: 'no uuid', itemKey: foodItem } };
  await put(broken, { type: fact.type, district: 'gulou' });
  expect(deadLetters().map((body) => JSON.parse(body).detail.id)).toEqual(
    expect.arrayContaining([broken.id, undefined]),
  );
  expect(await linesOf(await decided())).toEqual(all);
});
