import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';

// Everything happens in a directory of its own with an npm that only pretends: nothing real is ever installed here.
let root: string;
const pretendedNpm = `
  import { mkdirSync, symlinkSync, writeFileSync, rmSync } from 'node:fs';
  if (process.env.NPM_FAILS) process.exit(1);
  console.log('pretending', process.argv.slice(2).join(' '));
  rmSync('node_modules', { recursive: true, force: true });
  mkdirSync('node_modules/.bin', { recursive: true });
  symlinkSync(process.execPath, 'node_modules/.bin/node');
  writeFileSync('node_modules/.package-lock.json', '{}');
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'banshi-run-'));
  mkdirSync(join(root, 'localstack'));
  cpSync(join(import.meta.dirname, 'run.mjs'), join(root, 'localstack/run.mjs'));
  writeFileSync(join(root, 'npm.js'), pretendedNpm);
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'package-lock.json'), '{"version":1}');
  writeFileSync(
    join(root, 'hello.ts'),
    'const words: string[] = process.argv.slice(2);\nconsole.log("hello", ...words);\nprocess.exit(words.length);',
  );
  writeFileSync(
    join(root, 'wait.ts'),
    'process.on("SIGTERM", () => process.exit(7));\nsetInterval(() => {}, 1000);\nconsole.log("waiting");',
  );
});
afterEach(() => rmSync(root, { recursive: true }));

const start = (args: string[], environment: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(process.execPath, ['localstack/run.mjs', ...args], {
    cwd: root,
    env: { ...process.env, npm_execpath: join(root, 'npm.js'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

async function run(
  args: string[],
  environment?: NodeJS.ProcessEnv,
): Promise<{ code: unknown; out: string; err: string }> {
  const child = start(args, environment);
  if (!child.stdout || !child.stderr) throw new Error('no pipes');
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code, out, err };
}

test('a fresh clone is installed once, then the program runs with its arguments and its exit code counts', async () => {
  const first = await run(['hello.ts', 'a', 'b']);
  expect(first.code).toBe(2);
  // What a program prints can be caught without what the installation says.
  expect(first.err).toMatch(/^Installing .*\npretending ci --no-audit --no-fund --loglevel=error\nInstalled in .*\n$/);
  expect(first.out).toBe('hello a b\n');
  expect(await run(['hello.ts'])).toEqual({ code: 0, out: 'hello\n', err: '' });
});

test('a changed package-lock.json installs again', async () => {
  await run(['hello.ts']);
  writeFileSync(join(root, 'package-lock.json'), '{"version":2}');
  expect((await run(['hello.ts'])).err).toContain('pretending ci');
});

test('an install that was cut off is done again', async () => {
  await run(['hello.ts']);
  rmSync(join(root, 'node_modules/.package-lock.json'));
  expect((await run(['hello.ts'])).err).toContain('pretending ci');
});

test('an install that fails ends with one line', async () => {
  const { code, err } = await run(['hello.ts'], { NPM_FAILS: '1' });
  expect(code).toBe(1);
  expect(err).toMatch(/\nnpm ci failed; its last lines say why\.\n$/);
});

test('a linked node_modules is never installed into', async () => {
  mkdirSync(join(root, 'elsewhere'));
  symlinkSync(join(root, 'elsewhere'), join(root, 'node_modules'));
  const { code, out, err } = await run(['hello.ts']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^node_modules is a link .*\n$/);
});

test('a signal reaches the program, and its exit code comes back', async () => {
  await run(['hello.ts']);
  const child = start(['wait.ts']);
  await once(child.stdout ?? child, 'data');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([7, null]);
});
