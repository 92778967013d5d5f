import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTemplates } from '../localstack/build.ts';
import { tell } from './check/report.ts';
import { runSteps } from './check/schedule.ts';
import { startHall } from './support/find-hall.ts';
import { endOnSignals, type Step } from './check/step.ts';
import { checkSteps, width } from './check/steps.ts';
import { runTests } from './check/suite.ts';

// `npm test`: the check, and beside it what the local clouds begin with; then the suites that start processes: each runs its
// files one by one and waits between, so that all of them share the machine.
endOnSignals();
const build: Step = {
  name: 'templates of the local cloud',
  after: ['bundles'],
  run: () => buildTemplates(() => {}, { bundled: true }).then(() => ({ passed: true, output: '' })),
};
// Loading the catalogue is most of what a start costs: it is done once, and each suite's clouds begin with a copy of that database.
const folder = mkdtempSync(join(tmpdir(), 'banshi-seeded-'));
const seeded = join(folder, 'catalogue.sqlite');
const seed: Step = {
  name: 'demonstration catalogue',
  after: [build.name],
  run: async () => {
    const { cloud, stop } = await startHall();
    cloud.saveDatabase(seeded);
    await stop();
    process.env['BANSHI_SEEDED'] = seeded;
    return { passed: true, output: '' };
  },
};
const withProcesses: readonly Step[] = [
  { name: 'journeys, one half', run: () => runTests('cloud', '1/2') },
  { name: 'journeys, the other', run: () => runTests('cloud', '2/2') },
  { name: 'engine, local cloud', run: () => runTests('engine') },
];
const results = await runSteps([...checkSteps, build, seed], width, tell);
// Without templates or catalogue each of them would only fail more slowly.
if (results.every(({ name, passed }) => passed || (name !== build.name && name !== seed.name))) {
  results.push(...(await runSteps(withProcesses, withProcesses.length, tell)));
}

rmSync(folder, { recursive: true });

// Each step counts as one, and the tests themselves.
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const failed = results.filter((one) => !one.passed).length + sum(results.map(({ tests }) => tests?.failed ?? 0));
const passed = results.filter((one) => one.passed).length + sum(results.map(({ tests }) => tests?.passed ?? 0));

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
