import { defineConfig } from 'vitest/config';

// Suites that start processes, listen on ports or run the database's engine: on two cores they would only slow one
// another down, and what waits for a condition would wait longer than it allows.
const withProcesses = [
  'localstack/**/*.test.ts',
  'test/journeys/**/*.test.ts',
  'test/chaos/**/*.test.ts',
  '**/*.contract.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{events,infra,services,shared,test}/**/*.test.ts'],
          exclude: [...withProcesses, '**/node_modules/**'],
          sequence: { groupOrder: 0 },
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'cloud',
          include: withProcesses,
          exclude: ['**/node_modules/**'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
