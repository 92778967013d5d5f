import { tell } from './check/report.ts';
import { runSteps } from './check/schedule.ts';
import { endOnSignals, type Step } from './check/step.ts';
import { checkSteps, width } from './check/steps.ts';
import { runTests } from './check/suite.ts';

// `npm test`: the check, then the suites that start processes: each runs its files one by one, so that the two share a
// machine of two cores.
endOnSignals();
const withProcesses: readonly Step[] = [
  { name: 'journeys', run: () => runTests('cloud') },
  { name: 'engine, local cloud', run: () => runTests('engine') },
];
const results = [...(await runSteps(checkSteps, width, tell)), ...(await runSteps(withProcesses, 2, tell))];

// Each step counts as one, and the tests themselves.
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const failed = results.filter((one) => !one.passed).length + sum(results.map(({ tests }) => tests?.failed ?? 0));
const passed = results.filter((one) => one.passed).length + sum(results.map(({ tests }) => tests?.passed ?? 0));

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
