import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

// `npm run test:long`: the properties of money with twenty times as many random lives as CI tells, from another seed each time.
const root = dirname(import.meta.dirname);
const seed = process.env['PROPERTY_SEED'] ?? String(Date.now() % 2_000_000_000);
console.log(`PROPERTY_SEED=${seed}`);
const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', 'services/payments/any-'];
const { status } = spawnSync(process.execPath, [...vitest, '--testTimeout=3600000'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PAYMENT_RUNS: '10000', PROPERTY_SEED: seed },
});
process.exitCode = status ?? 1;
