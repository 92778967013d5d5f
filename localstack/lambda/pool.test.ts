import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { createActivity } from '../activity.ts';
import { createClock } from '../clock.ts';
import { type JsonObject, parseObject } from '../json.ts';
import type { LogLine } from '../logs.ts';
import { createPool, type FunctionPool } from './pool.ts';
import type { FunctionSpec, Outcome } from './spec.ts';

const clock = createClock();
const activity = createActivity();
const lines: LogLine[] = [];
let pools: FunctionPool[] = [];

afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.stop()));
  pools = [];
  lines.length = 0;
});

function pool(changes: Partial<FunctionSpec> = {}): FunctionPool {
  const spec: FunctionSpec = {
    name: 'sample',
    arn: 'arn:aws:lambda:local-1:000000000000:function:sample',
    directory: fileURLToPath(new URL('fixtures', import.meta.url)),
    handler: 'index.handler',
    environment: {},
    memoryMb: 64,
    timeoutSeconds: 10,
    maximum: 1,
    ...changes,
  };
  const made = createPool(spec, {
    clock,
    activity,
    environment: { AWS_REGION: 'local-1' },
    log: (line) => lines.push(line),
  });
  pools.push(made);
  return made;
}

const act = (made: FunctionPool, name: string): Promise<Outcome> => made.invoke(JSON.stringify({ act: name }));
const result = async (outcome: Promise<Outcome>): Promise<JsonObject> => parseObject((await outcome).payload) ?? {};

test('a warm copy keeps what its module remembers, and starts once', async () => {
  const made = pool();
  expect(await result(act(made, 'echo'))).toMatchObject({ calls: 1 });
  expect(await result(act(made, 'echo'))).toMatchObject({ calls: 2 });
  expect(made.counters()).toEqual({ cold: 1, invocations: 2, failures: 0 });
});

test('a copy runs one invocation at a time, and load adds copies up to the maximum', async () => {
  const made = pool({ maximum: 2 });
  const replies = await Promise.all(Array.from({ length: 6 }, () => result(act(made, 'wait'))));
  expect(made.counters().cold).toBe(2);
  expect(replies.map(({ calls }) => Number(calls)).reduce((a, b) => Math.max(a, b))).toBeLessThan(6);
});

test('one that is killed loses what it has in hand, and the next invocation starts another', async () => {
  const made = pool();
  await act(made, 'echo');
  const held = act(made, 'wait');
  made.kill();
  expect(await held).toMatchObject({ ok: false, why: 'exit' });
  expect(await result(act(made, 'echo'))).toMatchObject({ calls: 1 });
  expect(made.counters().cold).toBe(2);
});

test('each function has its own environment and nothing of the process around it', async () => {
  const one = pool({ environment: { TABLE_NAME: 'one' } });
  const two = pool({ environment: { TABLE_NAME: 'two' } });
  expect(await result(act(one, 'environment'))).toMatchObject({ TABLE_NAME: 'one', AWS_REGION: 'local-1' });
  expect(await result(act(two, 'environment'))).toMatchObject({ TABLE_NAME: 'two', _HANDLER: 'index.handler' });
  expect(await result(act(two, 'environment'))).not.toHaveProperty('PATH');
});

test('a function sees the local clock, also after a move, and its dates are dates', async () => {
  const made = pool();
  const before = await result(act(made, 'now'));
  clock.moveTo(clock.ms() + 86_400_000);
  const after = await result(act(made, 'now'));
  expect(Number(after['now']) - Number(before['now'])).toBeGreaterThanOrEqual(86_400_000);
  expect(Number(after['fresh'])).toBeGreaterThanOrEqual(Number(after['now']));
  expect(after['instance']).toBe(true);
});

test('the context says what Lambda says', async () => {
  const context = await result(act(pool(), 'context'));
  expect(context).toMatchObject({ functionName: 'sample', memoryLimitInMB: '64', functionVersion: '$LATEST' });
  expect(context['remaining']).toBeGreaterThan(0);
});

test('what a function throws is an error outcome and leaves the copy warm', async () => {
  const made = pool();
  expect(await act(made, 'throw')).toMatchObject({ ok: false, why: 'error', message: 'as asked' });
  expect(await result(act(made, 'echo'))).toMatchObject({ calls: 2 });
});

test.each(['sleep', 'spin'])('a function that goes on after its time-out is killed and replaced: %s', async (name) => {
  const made = pool({ timeoutSeconds: 0.5 });
  expect(await act(made, name)).toMatchObject({
    ok: false,
    why: 'time-out',
    message: 'Task timed out after 0.50 seconds',
  });
  expect(await result(act(made, 'echo'))).toMatchObject({ calls: 1 });
  expect(made.counters().cold).toBe(2);
});

test('what a function printed before it was killed is kept', async () => {
  await act(pool({ timeoutSeconds: 0.5 }), 'spin');
  expect(lines.map(({ text }) => text)).toContain('before the loop');
});

test('a function that outgrows its memory is killed alone and replaced', async () => {
  const made = pool({ memoryMb: 32 });
  const other = pool();
  expect(await act(made, 'hoard')).toMatchObject({ ok: false, why: 'memory' });
  expect(await result(act(made, 'echo'))).toMatchObject({ calls: 1 });
  expect(await result(act(other, 'echo'))).toMatchObject({ calls: 1 });
});

test('a function that ends its own process fails that invocation only', async () => {
  const made = pool();
  expect(await act(made, 'exit')).toMatchObject({ ok: false, why: 'exit' });
  expect(await result(act(made, 'echo'))).toMatchObject({ calls: 1 });
});

test('an exception thrown after the reply costs a restart, never an answer', async () => {
  const made = pool();
  await act(made, 'stray');
  const replies = [await act(made, 'echo'), await act(made, 'echo'), await act(made, 'echo')];
  expect(replies.some(({ ok }) => ok)).toBe(true);
});

test('a bundle that cannot start reports why, for each invocation', async () => {
  const made = pool({ handler: 'broken.handler' });
  expect(await act(made, 'echo')).toMatchObject({ ok: false, why: 'init', message: 'cannot start' });
  expect(await act(made, 'echo')).toMatchObject({ ok: false, why: 'init' });
  expect(lines.map(({ text }) => text)).toContain('start failed: cannot start');
});

test('a bundle without the named handler reports that', async () => {
  expect(await act(pool({ handler: 'index.nothing' }), 'echo')).toMatchObject({
    ok: false,
    why: 'init',
    message: 'nothing is undefined or not exported',
  });
});

test('nothing is in hand when every invocation has been answered', async () => {
  await act(pool(), 'echo');
  expect(activity.busy()).toBe(false);
});
