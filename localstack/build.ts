import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = dirname(import.meta.dirname);
const stamp = join(root, 'dist/inputs.sha256');
const templates = join(root, 'cdk.out');
const run = promisify(execFile);

const inputs = [
  '{infra,services,shared,events}/**/*.{ts,json}',
  'docs/openapi.json',
  'package-lock.json',
  'tsconfig.json',
];

function hashOfInputs(): string {
  const hash = createHash('sha256');
  const files = globSync(inputs, { cwd: root, exclude: ['**/*.test.ts', '**/*.fake.ts'] }).toSorted();
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

const isBuilt = (hash: string): boolean =>
  existsSync(join(templates, 'manifest.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

async function step(args: string[], say: (line: string) => void): Promise<void> {
  const started = performance.now();
  try {
    await run(process.execPath, args, { cwd: root });
  } catch (error) {
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(`node ${args.join(' ')} failed:\n${words}`, { cause: error });
  }
  say(`  node ${args.join(' ')}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Bundles the functions and synthesises the templates unless both were made from these very sources; gives the
 * templates' directory. Rejects with the words of the step that failed. `bundled`: the caller has just made the bundles.
 */
export async function buildTemplates(
  say: (line: string) => void = () => {},
  { bundled = false }: { bundled?: boolean } = {},
): Promise<string> {
  const hash = hashOfInputs();
  if (isBuilt(hash)) {
    say('Bundles and templates are up to date.');
    return templates;
  }
  say('Bundling the functions and synthesising the templates …');
  rmSync(stamp, { force: true });
  // Assets are named by their content and stay: a cloud that runs meanwhile still starts copies from the old ones.
  if (!bundled) await step(['infra/bundle.ts'], say);
  await step(['infra/app.ts', '-c', 'nag=off', '-c', 'stage=trial'], say);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return templates;
}
