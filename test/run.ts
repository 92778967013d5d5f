import { availableParallelism } from 'node:os';
import { tell } from './check/report.ts';
import { runSteps } from './check/schedule.ts';
import { endOnSignals, type Step } from './check/step.ts';
import { checkSteps, counted } from './check/steps.ts';
import { runTests, type Tests } from './check/suite.ts';

// `npm test`: the check, then the suites that run the local cloud, alone, because they share the machine's cores.
endOnSignals();
const suites: Tests[] = [];
const check = checkSteps((tests) => suites.push(tests));
const cloud: Step = {
  name: 'local cloud, journeys',
  run: async () => counted(await runTests('cloud'), (tests) => suites.push(tests)),
};

const width = Math.min(4, Math.max(1, availableParallelism()));
const results = [...(await runSteps(check, width, tell)), ...(await runSteps([cloud], 1, tell))];

// Each step counts as one, and the tests themselves.
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const failed = results.filter((one) => !one.passed).length + sum(suites.map(({ failedTests }) => failedTests));
const passed = results.filter((one) => one.passed).length + sum(suites.map(({ passedTests }) => passedTests));

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
