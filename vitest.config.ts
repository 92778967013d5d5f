import { defineConfig } from 'vitest/config';
import { Halves } from './test/check/halves.ts';

// Suites that start processes, listen on ports or run the database's engine: one file at a time, because on two cores they
// would only slow one another down, and what waits for a condition would wait longer than it allows.
const withEngine = ['localstack/**/*.test.ts', '**/*.contract.test.ts'];
const withCloud = ['test/journeys/**/*.test.ts', 'test/chaos/**/*.test.ts'];

const oneByOne = (name: string, include: string[], globalSetup: string[] = []) => ({
  test: {
    name,
    globalSetup,
    include,
    exclude: ['**/node_modules/**'],
    fileParallelism: false,
    isolate: false,
    sequence: { groupOrder: 1 },
    // What waits for a condition may wait long on a slow machine: time alone fails no test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

// `isolate: false`: the modules are loaded once a worker and not once a file, which was half of the time. Nothing here keeps
// state in a module that a test could leave behind: doubles are arguments, a clock and an id maker are handed in.
export default defineConfig({
  test: {
    // By default one core is left free, which is half of a machine of two.
    maxWorkers: '100%',
    sequence: { sequencer: Halves },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{events,infra,services,shared,test}/**/*.test.ts'],
          exclude: [...withEngine, ...withCloud, '**/node_modules/**'],
          isolate: false,
          sequence: { groupOrder: 0 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      oneByOne('engine', withEngine),
      oneByOne('cloud', withCloud, ['test/support/cloud-for-all.ts']),
    ],
  },
});
