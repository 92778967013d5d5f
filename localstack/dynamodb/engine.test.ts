import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { binaryPath } from './binary.ts';
import { makeDatabaseDirectory } from './directory.ts';
import { startEngine } from './engine.ts';
import { requestDynamo } from './request.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'banshi-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('the engine answers as soon as it has started and leaves nothing behind when it stops', async () => {
  const engine = await startEngine({ directory });
  expect(await requestDynamo(engine.endpoint, 'ListTables', {})).toEqual({ TableNames: [] });

  await engine.stop();
  expect(await answers(engine.endpoint)).toBe(false);
  expect(existsSync(dirname(engine.databasePath))).toBe(false);
});

test('two engines run side by side', async () => {
  const engines = await Promise.all([startEngine({ directory }), startEngine({ directory })]);
  expect(engines[0].endpoint).not.toBe(engines[1].endpoint);
  await Promise.all(engines.map((engine) => engine.stop()));
});

test('an engine that crashes says so', async () => {
  const engine = await startEngine({ directory });
  process.kill(engine.pid, 'SIGKILL');
  expect(await engine.exited).toContain('SIGKILL');
  await engine.stop();
});

test('without a disk in memory the database is in the directory that was given', () => {
  const made = makeDatabaseDirectory(directory, join(directory, 'no-such-disk'));
  expect(dirname(made)).toBe(directory);
});

test('a platform without a binary gives one clear line', () => {
  expect(() => binaryPath('plan9-mips')).toThrow(
    /^The local DynamoDB has no binary for plan9-mips \(npm package @dynoxide\/plan9-mips\); .*\.$/,
  );
});

test.each(['SIGKILL', 'SIGINT'] as const)('the engine dies when its parent is ended by %s', async (signal) => {
  const script = `const { startEngine } = await import('./localstack/dynamodb/engine.ts');
    const engine = await startEngine({ directory: ${JSON.stringify(directory)} });
    console.log(engine.endpoint + ' ' + engine.databasePath);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(parent.stdout, 'data');
  const [endpoint = '', path = ''] = String(line).trim().split(' ');
  expect(await answers(endpoint)).toBe(true);

  parent.kill(signal);
  await expect.poll(() => answers(endpoint), { timeout: 5000 }).toBe(false);
  await expect.poll(() => existsSync(dirname(path)), { timeout: 5000 }).toBe(false);
});

function answers(endpoint: string): Promise<boolean> {
  return requestDynamo(endpoint, 'ListTables', {}).then(
    () => true,
    () => false,
  );
}
