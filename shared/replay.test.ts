import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBus, type FakeBus } from '#shared/bus.fake';
import { fakeHttpDeps } from '#shared/http.fake';
import { outboxPartition } from '#shared/outbox';
import { publishHandler } from '#shared/publish';
import { replay, replayRequest } from '#shared/replay';
import { ifAbsent } from '#shared/table';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { envelopeOf, uuid } from '../test/support/facts.ts';

const date = '2026-08-02';
const now = () => new Date('2026-08-03T01:00:00Z');
let table: FakeTable;
let bus: FakeBus;
beforeEach(() => {
  table = fakeTable();
  bus = fakeBus();
});

async function store(count: number, shard = '0'): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, n) => uuid(n + 1));
  for (const id of ids) {
    await table.put({ pk: outboxPartition(date, shard), sk: id, schema: 1, event: envelopeOf({ id }) }, ifAbsent);
  }
  return ids;
}
const send = (request: object = {}) =>
  replay(replayRequest().parse({ date, shard: '0', ...request }), { table, bus, now });
const sent = () => bus.taken.map(({ id }) => id);

test('a shard of a day is sent again, ten at a time', async () => {
  const ids = await store(23);
  await store(2, '1');
  expect(await send()).toEqual({ sent: 23, after: null });
  expect(bus.batches).toEqual([10, 10, 3]);
  expect(sent()).toEqual(ids);
  expect(bus.taken[0]).toEqual(envelopeOf({ id: ids[0] }));
});

test('an empty shard is at its end', async () => {
  expect(await send()).toEqual({ sent: 0, after: null });
});

test('for one consumer each fact says so', async () => {
  await store(1);
  await send({ consumer: 'notifications' });
  expect(bus.taken).toEqual([{ ...envelopeOf(), replayFor: 'notifications' }]);
});

test('a long shard is sent page by page, each fact once', async () => {
  const ids = await store(230);
  const pages = [];
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof send>> = await send(after ? { after } : {});
    pages.push(page.sent);
    after = page.after;
  }
  expect(pages).toEqual([100, 100, 30]);
  expect(sent()).toEqual(ids);
});

describe('where the bus refuses a fact', () => {
  test('in the midst, the reply says behind which to go on', async () => {
    const ids = await store(15);
    bus.refuse(ids[12]);
    expect(await send()).toEqual({ sent: 12, after: ids[11] });
    bus.refuse(undefined);
    expect(await send({ after: ids[11] })).toEqual({ sent: 3, after: null });
    expect(new Set(sent())).toEqual(new Set(ids));
  });

  test('at the very first, it fails: it must not look like the end of the shard', async () => {
    const ids = await store(3);
    bus.refuse(ids[0]);
    await expect(send()).rejects.toThrow('took nothing');
    bus.refuse(ids[1]);
    await expect(send({ after: ids[0] })).rejects.toThrow('took nothing');
  });
});

test('what is older than the marks is not sent again', async () => {
  const old = { date: '2025-06-28' };
  await expect(send(old)).rejects.toThrow('400 days');
  await expect(send({ date: '2025-06-30' })).resolves.toEqual({ sent: 0, after: null });
});

test.each([{ shard: 'g' }, { shard: '00' }, { date: '2026-8-2' }, { after: 'x' }, { more: 1 }])(
  'a request that is none is refused: %o',
  (wrong) => {
    expect(replayRequest().safeParse({ date, shard: '0', ...wrong }).success).toBe(false);
  },
);

test('the publisher replays on request', async () => {
  await store(2);
  const publish = publishHandler({ ...fakeHttpDeps(), table, bus, now });
  expect(await publish({ replay: { date, shard: '0' } })).toEqual({ sent: 2, after: null });
  await expect(publish({ replay: {} })).rejects.toThrow();
});
