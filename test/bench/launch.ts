import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../infra/bundle-paths.ts';
import { countLine, type Line } from './table.ts';

const run = promisify(execFile);
const limitSeconds = 10;

/**
 * `npm start` on an installed clone of the last commit, until the catalogue is loaded and the addresses are printed: once
 * with nothing built yet, once with all built. Started without npm itself, which would look for an installation to mend.
 */
export async function launch(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'banshi-bench-'));
  const clone = join(folder, 'clone');
  try {
    await run('git', ['clone', '--quiet', '--shared', root, clone]);
    await symlink(join(root, 'node_modules'), join(clone, 'node_modules'));
    const cold = await secondsToStart(clone);
    const warm = await secondsToStart(clone);
    return [
      countLine('start of the local cloud, nothing built', cold, { limit: limitSeconds, unit: ' s' }),
      countLine('start of the local cloud, built', warm, { limit: limitSeconds, unit: ' s' }),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function secondsToStart(clone: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['localstack/start.ts'], {
    cwd: clone,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
  });
  try {
    await untilReady(child);
    return (performance.now() - began) / 1000;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

function untilReady(child: ReturnType<typeof spawn>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let printed = '';
  const read = (chunk: Buffer): void => {
    printed += chunk.toString();
    if (printed.includes('is ready after')) resolve();
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.on('exit', (code) => reject(new Error(`the local cloud ended with ${code}:\n${printed}`)));
  return promise;
}
