import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { type Flow, startFlow } from '../fixtures/flow.fake.ts';
import { parseObject } from '../json.ts';

let flow: Flow;

beforeAll(async () => {
  flow = await startFlow();
});
afterEach(() => flow.clean());
afterAll(() => flow.stop());

test('an event that matches a rule reaches the function behind the queue as EventBridge wrote it', async () => {
  const since = flow.mark();
  const reply = await flow.put({ detail: { caseId: 'c1', text: '中"文' } }, { type: 'other.v1' });
  await flow.cloud.settle();

  expect(reply.FailedEntryCount).toBe(0);
  const [event = '', ...more] = flow.given('Consume', since);
  expect(more).toEqual([]);
  expect(parseObject(event)).toMatchObject({
    Records: [{ eventSource: 'aws:sqs', attributes: { ApproximateReceiveCount: '1' } }],
  });
  const { Records } = z.object({ Records: z.array(z.object({ body: z.string() })) }).parse(parseObject(event));
  expect(parseObject(Records[0]?.body ?? '')).toMatchObject({
    id: reply.Entries?.[0]?.EventId,
    'detail-type': 'case.changed.v1',
    source: 'banshi.sample',
    detail: { caseId: 'c1', text: '中"文' },
  });
});

test('entries are refused one by one, with the codes of EventBridge', async () => {
  const { FailedEntryCount, Entries } = await flow.client.send(
    new PutEventsCommand({
      Entries: [
        { EventBusName: 'nowhere', Source: 's', DetailType: 't', Detail: '{}' },
        { EventBusName: 'town', Source: 's', DetailType: 't', Detail: 'no json' },
        { EventBusName: 'town', Source: 's', DetailType: 't', Detail: JSON.stringify({ a: 'x'.repeat(262_144) }) },
        { EventBusName: 'town', Source: 's', DetailType: 't', Detail: '{}' },
      ],
    }),
  );
  expect(FailedEntryCount).toBe(3);
  expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
    'ResourceNotFoundException',
    'MalformedDetail',
    'InvalidArgument',
    undefined,
  ]);
  await expect(flow.client.send(new PutEventsCommand({ Entries: [] }))).rejects.toThrow();
});

test('entries fail on demand, as if EventBridge were throttling', async () => {
  flow.cloud.faults.events.failNext(1);
  const { Entries } = await flow.put({}, {});
  expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual(['ThrottlingException', undefined]);
});

test('an event hops from one bus to another, never to a third', async () => {
  await flow.put({ detail: { district: 'town', toDistrict: '*' } });
  await flow.cloud.settle();
  expect(flow.cloud.queue('Received').counts().ready).toBe(1);
});

test('an event of the city hops to the town, and is not sent back', async () => {
  const since = flow.mark();
  await flow.put({ bus: 'city', detail: { district: 'town', toDistrict: 'town' } });
  await flow.cloud.settle();
  expect(flow.given('Consume', since)).toHaveLength(1);
  expect(flow.cloud.queue('Received').counts().ready).toBe(1);
});

test("a target that goes on refusing loses nothing: the event is in the rule's dead letters", async () => {
  flow.cloud.faults.queues.add({ kind: 'refuse', queue: 'Inbox', times: 4 });
  await flow.put({ detail: { n: 'refused' } });
  await flow.cloud.settle();
  expect(flow.cloud.queue('DeadLetters').peek().join('')).toContain('refused');
});

test('a target that refuses for a while gets the event in the end', async () => {
  const since = flow.mark();
  flow.cloud.faults.queues.add({ kind: 'refuse', queue: 'Inbox', times: 2 });
  await flow.put({ detail: { n: 'late' } });
  await flow.cloud.settle();
  expect(flow.given('Consume', since)).toHaveLength(1);
});

test('a message that others are to overtake comes after them, and is not lost', async () => {
  const since = flow.mark();
  flow.cloud.faults.queues.add({ kind: 'overtake', queue: 'Inbox', times: 1 });
  for (const n of ['first', 'second', 'third']) await flow.put({ detail: { n } });
  await flow.cloud.settle();
  const came = flow.given('Consume', since).map((event) => /first|second|third/.exec(JSON.stringify(event))?.[0]);
  expect(new Set(came)).toEqual(new Set(['first', 'second', 'third']));
  expect(came).not.toEqual(['first', 'second', 'third']);
});
