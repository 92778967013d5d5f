import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { createLog } from '#shared/log';
import { createMeter } from '#shared/meter';
import { openTable } from '#shared/table';

// By default zod writes and compiles a program for each object schema. That pays after hundreds of readings; a cold start
// has a few, and it would wait for the compiler.
z.config({ jitless: true });

const name = z.string().min(1);
const env = z.object({ BANSHI_SET: name, BANSHI_CITY: name, TABLE_NAME: name });

// Not the global `crypto`: at its first mention Node loads all of WebCrypto.
const newId = (): string => randomUUID();
const now = () => new Date();

/**
 * What the functions of every service need of the world: clock, chance, log, meter and the service's own table.
 * Called by a service's `deps.ts` alone, with that function's environment; throws when a variable is missing.
 */
export function createRuntime(service: string, variables: NodeJS.ProcessEnv) {
  const { BANSHI_SET: set, BANSHI_CITY: city, TABLE_NAME } = env.parse(variables);
  const meter = createMeter();
  // Its list of middlewares is put together once and not before each call.
  const dynamodb = new DynamoDBClient({ cacheMiddleware: true });
  meter.watch(dynamodb);
  return {
    service,
    set,
    city,
    meter,
    log: createLog(service, set, now),
    now,
    newId,
    /** 10-60 ms before the first try, more before the next: callers that raced part. */
    pause: (attempt: number) =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, attempt * (10 + Math.random() * 50));
      }),
    table: openTable(dynamodb, TABLE_NAME),
    publisher: { service, district: set, newId },
  };
}
