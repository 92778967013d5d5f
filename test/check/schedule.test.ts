import { expect, test } from 'vitest';
import { runSteps } from './schedule.ts';
import type { Step } from './step.ts';

const quiet = () => {};
const passing = { passed: true, output: '' };
const pass = () => Promise.resolve(passing);

test('runs as many steps at a time as asked, and each after those it needs', async () => {
  let running = 0;
  let most = 0;
  const ended: string[] = [];
  const step = (name: string, ...after: string[]): Step => ({
    name,
    after,
    run: async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      ended.push(name);
      return passing;
    },
  });

  const results = await runSteps([step('synth', 'bundles'), step('lint'), step('bundles'), step('types')], 2, quiet);

  expect(most).toBe(2);
  expect(ended.indexOf('synth')).toBeGreaterThan(ended.indexOf('bundles'));
  expect(results.map(({ passed }) => passed)).toEqual([true, true, true, true]);
});

test('fails what needs a step that failed, without running it, and goes on with the others', async () => {
  const told: string[] = [];
  const steps: Step[] = [
    { name: 'bundles', run: () => Promise.reject(new Error('no entry')) },
    { name: 'synth', after: ['bundles'], run: () => Promise.reject(new Error('was run')) },
    { name: 'lint', run: pass },
  ];

  await runSteps(steps, 1, ({ name, passed, output }) => told.push(`${name} ${passed} ${output}`));

  expect(told).toEqual(['bundles false Error: no entry', 'synth false not run: bundles failed', 'lint true ']);
});

test('does not wait for steps that wait for one another', async () => {
  const steps = [
    { name: 'a', after: ['b'], run: pass },
    { name: 'b', after: ['a'], run: pass },
    { name: 'c', run: pass },
  ];

  await expect(runSteps(steps, 2, quiet)).rejects.toThrow('a, b');
});
