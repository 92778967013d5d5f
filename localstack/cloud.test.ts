import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startCloud } from './cloud.ts';
import { moveRunningClock } from './clock-command.ts';
import { type Flow, startFlow } from './fixtures/flow.fake.ts';
import { cityStack, townStack } from './fixtures/flow-stacks.ts';
import { writeAssembly } from './fixtures/sample-assembly.ts';
import { parseObject } from './json.ts';

let flow: Flow;
const stateDirectory = mkdtempSync(join(tmpdir(), 'banshi-state-'));

beforeAll(async () => {
  flow = await startFlow(stateDirectory);
});
afterEach(() => flow.clean());
afterAll(async () => {
  await flow.stop();
  rmSync(stateDirectory, { recursive: true });
});

test('a move of the clock fires every schedule in order, at its own time', async () => {
  const since = flow.mark();
  const before = flow.cloud.clock.ms();
  await flow.cloud.moveClock('+1d');
  const events = flow.given('Tick', since);
  expect(events.filter((event) => event === '{"act":"hourly"}')).toHaveLength(24);
  expect(events.filter((event) => event.includes('Scheduled Event'))).toHaveLength(1);
  const times = flow.cloud
    .logs()
    .slice(since)
    .filter((line) => line.function.includes('Tick'))
    .map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBeGreaterThan(before);
});

test('an invocation gives the outcome of the function', async () => {
  expect(await flow.cloud.invoke('Tick', { act: 'x' })).toEqual({ ok: true, payload: '{"done":true}' });
  expect(() => flow.cloud.invoke('nothing', {})).toThrow('0 are named nothing');
});

test('logs are files too, line by line as they were printed', async () => {
  await flow.cloud.invoke('Tick', { act: 'logged' });
  const file = join(stateDirectory, 'logs/sample-town-Tick.log');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('{"event":{"act":"logged"}');
});

test('the clock command moves the running cloud, and only with the token of the state directory', async () => {
  const before = flow.cloud.clock.ms();
  expect(await moveRunningClock('+3h', stateDirectory)).toMatch(/^It is now .*Z in the local cloud\.$/);
  expect(flow.cloud.clock.ms() - before).toBeGreaterThanOrEqual(10_800_000);
  expect(statSync(join(stateDirectory, 'cloud.json')).mode & 0o777).toBe(0o600);

  const stranger = await fetch(`http://127.0.0.1:${flow.cloud.port}/_local/clock`, {
    method: 'POST',
    body: '{"move":"+1d"}',
  });
  expect(stranger.status).toBe(401);
  await expect(moveRunningClock('-3h', stateDirectory)).rejects.toThrow('is not a duration');
  await expect(moveRunningClock('+3h', tmpdir())).rejects.toThrow('no local cloud is running here');
});

test('faults can be armed over HTTP, and a wrong one is refused with its reason', async () => {
  const controlToken = String(parseObject(readFileSync(join(stateDirectory, 'cloud.json'), 'utf8'))?.['controlToken']);
  const send = (body: object): Promise<Response> =>
    fetch(`http://127.0.0.1:${flow.cloud.port}/_local/faults`, {
      method: 'POST',
      headers: { authorization: `Bearer ${controlToken}` },
      body: JSON.stringify(body),
    });
  expect((await send({ service: 'dynamodb', kind: 'server-error', operation: 'PutItem' })).status).toBe(200);
  await expect(flow.write('x')).rejects.toThrow();
  await flow.write('x');
  expect((await send({ service: 'dynamodb', kind: 'earthquake' })).status).toBe(400);
});

test('a second cloud on the same port says that it is taken, and leaves nothing behind', async () => {
  await expect(startCloud({ port: flow.cloud.port, templates: stateDirectory })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('a template with a fault stops the start with one error that names the resource', async () => {
  const broken = { Resources: { Thing: { Type: 'AWS::Unheard::Of' } } };
  const directory = writeAssembly({ town: townStack, city: cityStack, broken });
  await expect(startCloud({ port: 0, templates: directory })).rejects.toThrow(
    'broken/Thing (AWS::Unheard::Of): the local cloud does not know this type',
  );
  rmSync(directory, { recursive: true });
});
