import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTemporaryEngine } from '../../test/support/temporary-engine.ts';
import { startEngine, type Engine } from './engine.ts';
import { requestDynamo } from './request.ts';
import { openStream } from './stream.ts';
import { createTable, findTable } from './tables.ts';
import type { Table } from './tables.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startTemporaryEngine();
});
afterAll(() => engine.stop());

const forever = new AbortController().signal;
const item = (pk: string) => ({ pk: { S: pk }, n: { N: '1' } });
const put = (table: Table, pk: string) =>
  requestDynamo(engine.endpoint, 'PutItem', { TableName: table.name, Item: item(pk) });
const keyOf = (record: DynamoDBRecord) => record.dynamodb?.Keys?.['pk']?.S;

const propertiesOf = (name: string) => ({
  TableName: name,
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
});
const newTable = (name: string): Promise<Table> => createTable(engine.endpoint, propertiesOf(name));

test('a change arrives as Lambda receives it', async () => {
  const table = await newTable('shape');
  await put(table, 'OUT#1');
  const { records } = await openStream({ engine, table }).next(forever, 100);
  expect(records).toEqual([
    {
      eventID: expect.any(String),
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'local-1',
      eventSourceARN: table.streamArn,
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { pk: { S: 'OUT#1' } },
        NewImage: item('OUT#1'),
        SequenceNumber: expect.stringMatching(/^\d{21}$/),
        SizeBytes: expect.any(Number),
        StreamViewType: 'NEW_IMAGE',
      },
    },
  ]);
});

test('an update and a deletion carry their own event names', async () => {
  const table = await newTable('names');
  await put(table, 'a');
  await requestDynamo(engine.endpoint, 'PutItem', { TableName: table.name, Item: { pk: { S: 'a' } } });
  await requestDynamo(engine.endpoint, 'DeleteItem', { TableName: table.name, Key: { pk: { S: 'a' } } });
  const { records } = await openStream({ engine, table }).next(forever, 100);
  expect(records.map((record) => record.eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
});

test('batches keep the order, respect the limit and hold one table only', async () => {
  const [table, other] = [await newTable('order'), await newTable('order-other')];
  for (const pk of ['a', 'b', 'c', 'd', 'e']) await Promise.all([put(table, pk), put(other, `other-${pk}`)]);

  const stream = openStream({ engine, table });
  const batches = [await stream.next(forever, 2), await stream.next(forever, 2), await stream.next(forever, 2)];
  expect(batches.map((batch) => batch.records.map(keyOf))).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

test('a waiting reader wakes up on the next change, and on its signal', async () => {
  const table = await newTable('waits');
  const stream = openStream({ engine, table });
  const waiting = stream.next(forever, 10);
  await put(table, 'late');
  expect((await waiting).records.map(keyOf)).toEqual(['late']);

  const stop = new AbortController();
  const stopped = stream.next(stop.signal, 10);
  stop.abort();
  expect((await stopped).records).toEqual([]);
});

test('a waiting reader sleeps through the changes of other tables, and gets its own', async () => {
  const [table, other] = [await newTable('sleeps'), await newTable('sleeps-other')];
  const stream = openStream({ engine, table });
  const waiting = stream.next(forever, 10);
  const elsewhere = openStream({ engine, table: other }).next(forever, 10);
  await put(other, 'not its own');
  await elsewhere;
  await put(table, 'its own');
  const batch = await waiting;
  expect(batch.records.map(keyOf)).toEqual(['its own']);
  stream.done(batch);
  expect(stream.depth()).toBe(0);
});

test('a database begins as a copy of another, and its streams after what was in that', async () => {
  const table = await newTable('copied');
  await put(table, 'before');
  const folder = mkdtempSync(join(tmpdir(), 'banshi-'));
  const database = join(folder, 'copy.sqlite');
  engine.records.copyTo(database);
  await put(table, 'too late');
  const copy = await startEngine({ directory: folder, database });
  try {
    const found = await findTable(copy.endpoint, propertiesOf('copied'));
    expect(found).toEqual(table);
    const { Count } = z
      .object({ Count: z.number() })
      .parse(await requestDynamo(copy.endpoint, 'Scan', { TableName: 'copied' }));
    const stream = openStream({ engine: copy, table: found });
    expect([Count, stream.depth()]).toEqual([1, 0]);
    await requestDynamo(copy.endpoint, 'PutItem', { TableName: 'copied', Item: item('after') });
    expect((await stream.next(forever, 10)).records.map(keyOf)).toEqual(['after']);
  } finally {
    await copy.stop();
    rmSync(folder, { recursive: true });
  }
});

test('the depth falls when a batch is done, not when it is read', async () => {
  const table = await newTable('depth');
  await Promise.all(['a', 'b', 'c'].map((pk) => put(table, pk)));
  const stream = openStream({ engine, table });
  expect(stream.depth()).toBe(3);

  const batch = await stream.next(forever, 2);
  expect(stream.depth()).toBe(3);
  stream.done(batch);
  expect(stream.depth()).toBe(1);
});

test('under 16 writers no write fails, no change is lost and none overtakes another while delivered ones are deleted', async () => {
  const table = await newTable('load');
  const stream = openStream({ engine, table });
  const [writers, rounds, items] = [16, 100, 4];
  const seen: (string | undefined)[] = [];
  const numbers: (string | undefined)[] = [];
  const consume = async () => {
    while (seen.length < writers * rounds * items) {
      const batch = await stream.next(forever, 100);
      seen.push(...batch.records.map(keyOf));
      numbers.push(...batch.records.map((record) => record.dynamodb?.SequenceNumber));
      stream.done(batch);
    }
  };
  const write = async (writer: number) => {
    for (let round = 0; round < rounds; round += 1) {
      const keys = Array.from({ length: items }, (_, n) => `${writer}-${round}-${n}`);
      const TransactItems = keys.map((pk) => ({ Put: { TableName: table.name, Item: item(pk) } }));
      await requestDynamo(engine.endpoint, 'TransactWriteItems', { TransactItems });
    }
  };

  await Promise.all([consume(), ...Array.from({ length: writers }, (_, writer) => write(writer))]);
  expect(new Set(seen).size).toBe(writers * rounds * items);
  expect(seen.length).toBe(writers * rounds * items);
  expect(numbers).toEqual(numbers.toSorted((a = '', b = '') => a.localeCompare(b)));
  expect(countStored(table)).toBeLessThan(seen.length);
  expect(stream.depth()).toBe(0);
}, 60_000);

function countStored(table: Table): number {
  using database = new DatabaseSync(engine.databasePath, { readOnly: true });
  const row = database.prepare('SELECT count(*) AS n FROM _stream_records WHERE table_name = ?').get(table.name);
  return Number(row?.['n']);
}
