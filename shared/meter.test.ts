import { expect, test } from 'vitest';
import * as z from 'zod';
import { createMeter } from '#shared/meter';

type Next = (args: never) => Promise<{ output: object }>;
const asIs = (next: Next): Next => next;
// The meter passes on what the SDK gives it and looks at none of it.
const anything = z.custom<never>();

/** A client as the SDK makes them: what is sent passes the middleware that was added. */
function fakeClient() {
  let middleware = asIs;
  const run = (next: Next) => middleware(next)(anything.parse(undefined));
  return {
    middlewareStack: { add: (added: typeof asIs) => void (middleware = added) },
    send: (output: object) => run(async () => ({ output })),
    fail: () => run(() => Promise.reject(new Error('refused'))),
  };
}

test('calls and capacity of every form of reply are added up, until they are read', async () => {
  const meter = createMeter();
  const [tables, others] = [fakeClient(), fakeClient()];
  meter.watch(tables);
  meter.watch(others);
  await tables.send({ ConsumedCapacity: { CapacityUnits: 0.5 } });
  await tables.send({ ConsumedCapacity: [{ CapacityUnits: 8 }, { CapacityUnits: 2 }] });
  await others.send({});
  await others.send({ ConsumedCapacity: undefined });
  await tables.send({ ConsumedCapacity: [{ CapacityUnits: 'many' }, null] });
  expect(meter.read()).toEqual({ awsCalls: 5, capacityUnits: 10.5 });
  expect(meter.read()).toEqual({ awsCalls: 0, capacityUnits: 0 });
});

test('a call that fails was a call', async () => {
  const meter = createMeter();
  const client = fakeClient();
  meter.watch(client);
  await expect(client.fail()).rejects.toThrow('refused');
  expect(meter.read().awsCalls).toBe(1);
});

test('what is done side by side is counted apart', async () => {
  const meter = createMeter();
  const client = fakeClient();
  meter.watch(client);
  const counted = await Promise.all(
    [1, 3].map((calls) =>
      meter.apart(async () => {
        for (let n = 0; n < calls; n++) await client.send({ ConsumedCapacity: { CapacityUnits: 2 } });
        return meter.read();
      }),
    ),
  );
  expect(counted).toEqual([
    { awsCalls: 1, capacityUnits: 2 },
    { awsCalls: 3, capacityUnits: 6 },
  ]);
  expect(meter.read()).toEqual({ awsCalls: 0, capacityUnits: 0 });
});
