import type { Engine } from './engine.ts';
import { requestDynamo } from './request.ts';
import { openStream } from './stream.ts';
import { createTable } from './tables.ts';

/** A table whose stream is read and delivered while puts are timed. */
export interface StreamProbe {
  /** Puts this many items one after another; gives the median milliseconds of one. */
  put: (count: number) => Promise<number>;
  /** Writes this many items as fast as the engine takes them, and waits until all were delivered. */
  fill: (events: number) => Promise<void>;
  stop: () => Promise<void>;
}

const tableName = 'stream-cost';

/** Opens the table on a fresh engine. */
export async function openStreamProbe(engine: Engine): Promise<StreamProbe> {
  const table = await createTable(engine.endpoint, {
    TableName: tableName,
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  });
  const stream = openStream({ engine, table });
  const stopped = new AbortController();
  const consumer = consume();
  return {
    put: (count) => medianPutMs(engine, count),
    async fill(events) {
      await fill(engine, events);
      while (stream.depth() > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    async stop() {
      stopped.abort();
      await consumer;
    },
  };

  async function consume(): Promise<void> {
    while (!stopped.signal.aborted) {
      stream.done(await stream.next(stopped.signal, 100));
    }
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
