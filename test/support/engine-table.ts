import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { createMeter, type Meter } from '#shared/meter';
import { openTable, type Table } from '#shared/table';
import { fakeTable } from '#shared/table.fake';
import type { Faults } from '../../localstack/dynamodb/faults.ts';
import { startFront } from '../../localstack/dynamodb/front.ts';
import { createTable } from '../../localstack/dynamodb/tables.ts';
import { tableShape } from './table-shape.ts';
import { startTemporaryEngine } from './temporary-engine.ts';

/** The real engine behind its front, as the functions meet it. */
export interface EngineTables {
  /** A new, empty table. */
  create(): Promise<Table>;
  faults: Faults;
  meter: Meter;
  stop(): Promise<void>;
}

/** Starts the engine with no table; `stop` ends it and deletes its data. */
export async function startEngineTables(): Promise<EngineTables> {
  const engine = await startTemporaryEngine();
  const front = await startFront(engine);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: front.endpoint, region: 'local-1', credentials });
  const meter = createMeter();
  meter.watch(client);
  let created = 0;
  return {
    faults: front.faults,
    meter,
    async create() {
      created += 1;
      const { name } = await createTable(engine.endpoint, { TableName: `table-${created}`, ...tableShape });
      return openTable(client, name);
    },
    async stop() {
      client.destroy();
      await front.stop();
      await engine.stop();
    },
  };
}

/** Starts the engine before the first test of a file and stops it after the last. */
export function engineForTests() {
  let engine: EngineTables | undefined;
  beforeAll(async () => {
    engine = await startEngineTables();
  });
  afterAll(() => engine?.stop());
  const started = (): EngineTables => {
    if (!engine) throw new Error('the engine runs from the first test of the file to the last');
    return engine;
  };
  const create = () => started().create();
  /** What a suite that holds for both is tried over. */
  const tables: readonly [string, () => Promise<Table>][] = [
    ['the double', async () => fakeTable()],
    ['the engine', create],
  ];
  return {
    create,
    tables,
    get faults() {
      return started().faults;
    },
    get meter() {
      return started().meter;
    },
  };
}
