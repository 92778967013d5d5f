import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { runNode, type Outcome } from './step.ts';

const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Runs one project of `vitest.config.ts`, or a part of its files (`1/2`), and counts its tests. */
export async function runTests(project: string, part?: string): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'banshi-tests-'));
  const file = join(folder, 'report.json');
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...(part ? [`--shard=${part}`] : [])];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { passed, output } = await runNode([...vitest, ...reporters]);
  const counted = await readFile(file, 'utf8').then(count, () => ({
    tests: { passed: 0, failed: 1 },
    note: 'no report',
  }));
  await rm(folder, { recursive: true });
  return { passed: passed && counted.tests.failed === 0, output, ...counted };
}

function count(text: string) {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = report.parse(JSON.parse(text));
  const broken = testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length;
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  const tests = { passed: numPassedTests, failed: numFailedTests + broken };
  return { tests, note: `${tests.passed} passed, ${tests.failed} failed${skipped}` };
}
