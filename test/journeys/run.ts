import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(dirname(import.meta.dirname));

/** The journeys that can be made: on deployed stacks (`BANSHI_URL`) only those that look at nothing but HTTP. */
export function journeyFiles(env: NodeJS.ProcessEnv): string[] {
  const files = globSync('test/journeys/*.test.ts', { cwd: root }).toSorted();
  return env['BANSHI_URL'] ? files.filter((file) => !file.endsWith('.local.test.ts')) : files;
}

if (import.meta.main) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const files = journeyFiles(process.env);
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'cloud', ...files], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
