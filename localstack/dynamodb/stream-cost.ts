import type { Engine } from './engine.ts';
import { requestDynamo } from './request.ts';
import { openStream } from './stream.ts';
import { createTable } from './tables.ts';

/** Median milliseconds of a put before and after many events, and their ratio. */
export interface StreamCost {
  startMs: number;
  endMs: number;
  ratio: number;
}

const tableName = 'stream-cost';
const puts = 500;
const warmUp = 2000;

/** Measures what the events of a stream, read and delivered meanwhile, add to a put; on a fresh engine, about 20 s for 50,000. */
export async function measureStreamCost(engine: Engine, events = 50_000): Promise<StreamCost> {
  const table = await createTable(engine.endpoint, {
    TableName: tableName,
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  });
  const stream = openStream({ engine, table });
  const stopped = new AbortController();
  const consumer = consume();

  await medianPutMs(engine, warmUp);
  const startMs = await medianPutMs(engine, puts);
  await fill(engine, events);
  const endMs = await medianPutMs(engine, puts);

  stopped.abort();
  await consumer;
  return { startMs, endMs, ratio: endMs / startMs };

  async function consume(): Promise<void> {
    while (!stopped.signal.aborted) stream.done(await stream.next(stopped.signal, 100));
  }
}

let serial = 0;
const item = () => ({ pk: { S: `item-${(serial += 1)}` }, body: { S: 'x'.repeat(300) } });

async function medianPutMs({ endpoint }: Engine, count: number): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const start = performance.now();
    await requestDynamo(endpoint, 'PutItem', { TableName: tableName, Item: item() });
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[count >> 1] ?? Number.NaN;
}

async function fill({ endpoint }: Engine, events: number): Promise<void> {
  for (let left = events; left > 0; left -= 25) {
    const requests = Array.from({ length: Math.min(25, left) }, () => ({ PutRequest: { Item: item() } }));
    await requestDynamo(endpoint, 'BatchWriteItem', { RequestItems: { [tableName]: requests } });
  }
}
