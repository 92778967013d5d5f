import { tell } from './check/report.ts';
import { runSteps } from './check/schedule.ts';
import { endOnSignals } from './check/step.ts';
import { checkSteps, width } from './check/steps.ts';

// `npm run check`: everything that needs no local cloud.
endOnSignals();
const results = await runSteps(checkSteps, width, tell);
const failed = results.filter(({ passed }) => !passed);

console.log(
  failed.length > 0 ? `${failed.length} of ${results.length} steps failed` : `all ${results.length} steps passed`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
