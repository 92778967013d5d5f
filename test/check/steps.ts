import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode, type Outcome, type Step } from './step.ts';
import { runTests } from './suite.ts';

/** How many steps run at once. */
export const width = Math.min(4, Math.max(1, availableParallelism()));

const tool =
  (path: string, ...args: string[]) =>
  () =>
    runNode([`node_modules/${path}`, ...args]);

/**
 * The steps of the check, the longest first. The unit tests hold the rest of it: boundaries, access, documents up to date,
 * every bundle loaded, templates of both partitions.
 */
export const checkSteps: readonly Step[] = [
  { name: 'unit tests', run: () => runTests('unit') },
  { name: 'lint', run: tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings') },
  { name: 'bundles', run: () => runNode(['infra/bundle.ts']) },
  { name: 'synthesis, AWS', after: ['bundles'], run: () => synthesise('ap-east-1') },
  { name: 'synthesis, AWS China', after: ['bundles'], run: () => synthesise('cn-north-1') },
  // One checker: several know the same types each for itself, and there is no processor for them beside the unit tests.
  { name: 'types', run: tool('typescript/bin/tsc', '--checkers', '1') },
  { name: 'format', run: tool('oxfmt/bin/oxfmt', '--check', '.') },
  { name: 'API documents', run: tool('@redocly/cli/bin/cli.js', 'lint', 'docs/openapi.json', 'docs/asyncapi.json') },
];

/** The city and two districts, checked by cdk-nag; a violation ends it with exit code 1. */
async function synthesise(region: string): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'banshi-synthesis-'));
  const outcome = await runNode(['infra/app.ts', '-c', `region=${region}`, '--output', folder]);
  await rm(folder, { recursive: true });
  return outcome;
}
