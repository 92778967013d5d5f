import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Flow, startFlow } from '../fixtures/flow.fake.ts';
import { parseObject } from '../json.ts';

let flow: Flow;

beforeAll(async () => {
  flow = await startFlow();
});
afterEach(() => flow.clean());
afterAll(() => flow.stop());

const keysIn = (event: string): string[] =>
  [...event.matchAll(/"Keys":\{"pk":\{"S":"(OUT#[^"]+)"\}/g)].map(([, key]) => key ?? '');

test('only the failed messages of a batch come again, and end among the dead letters', async () => {
  const since = flow.mark();
  await flow.put({ detail: { n: 1 } }, { detail: { n: 'poison' } }, { detail: { n: 3 } });
  await flow.cloud.settle();

  const batches = flow.given('Consume', since);
  expect(batches.filter((event) => event.includes('poison'))).toHaveLength(3);
  expect(batches.filter((event) => event.includes('\\"n\\":3'))).toHaveLength(1);
  expect(flow.cloud.queue('DeadLetters').peek().join('')).toContain('poison');
  expect(flow.cloud.queue('Inbox').counts()).toEqual({ ready: 0, delayed: 0, inflight: 0 });
});

test.each(['deliver-twice', 'deliver-twice-at-once'] as const)('a batch comes twice on demand: %s', async (kind) => {
  const since = flow.mark();
  flow.cloud.faults.queues.add({ kind, queue: 'Inbox', times: 1 });
  await flow.put({ detail: { n: kind } });
  await flow.cloud.settle();
  const ids = flow.given('Consume', since).map((event) => /"messageId":"([^"]+)"/.exec(event)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('rows that pass the filter reach the function in order, the others never', async () => {
  const since = flow.mark();
  for (const n of Array.from({ length: 30 }, (_, index) => index)) {
    await flow.write(`OUT#${String(n).padStart(2, '0')}`);
    await flow.write(`REC#${n}`);
  }
  await flow.cloud.settle();
  const keys = flow.given('Publish', since).flatMap(keysIn);
  expect(keys).toEqual(keys.toSorted());
  expect(keys).toHaveLength(30);
});

test('a failing row is singled out by halves, kept apart from the rest, and given up when it is too old', async () => {
  const since = flow.mark();
  for (const key of ['a', 'b', 'poison', 'd', 'e']) await flow.write(`OUT#${since}-${key}`);
  await expect(flow.cloud.settle()).rejects.toThrow(/not settled; this goes on failing: the stream of .*whole batch/);

  await flow.cloud.moveClock('+2h');
  await flow.cloud.settle();
  const good = flow.given('Publish', since).filter((event) => !event.includes('poison'));
  expect(good.flatMap(keysIn)).toEqual(
    [`OUT#${since}-a`, `OUT#${since}-b`, `OUT#${since}-d`, `OUT#${since}-e`].toSorted(),
  );
  const [lost = ''] = flow.cloud.queue('GivenUp').peek();
  expect(parseObject(lost)).toMatchObject({
    requestContext: { condition: 'RecordAgeExceeded' },
    DDBStreamBatchInfo: { batchSize: 1 },
  });
});
