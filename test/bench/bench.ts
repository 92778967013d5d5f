import { printTable, type Line } from './table.ts';

/** Every measure, loaded when it is asked for: `npm run bench -- start cpu`. */
const measures: Record<string, () => Promise<Line[]>> = {
  size: async () => (await import('./size.ts')).size(),
  start: async () => (await import('./start.ts')).start(),
  cpu: async () => (await import('./cpu.ts')).cpu(),
  notices: async () => (await import('./cpu.ts')).notices(),
  calls: async () => (await import('./calls.ts')).calls(),
  payments: async () => (await import('./payments.ts')).payments(),
  throughput: async () => (await import('./throughput.ts')).throughput(),
  notifications: async () => (await import('./notifications.ts')).notifications(),
  check: async () => (await import('./check.ts')).check(),
  library: async () => (await import('./library.ts')).library(),
  agency: async () => (await import('./agency.ts')).agency(),
  lists: async () => (await import('./lists.ts')).lists(),
  reconciliation: async () => (await import('./reconciliation.ts')).reconciliation(),
  batch: async () => (await import('./batch.ts')).batch(),
  puts: async () => (await import('./puts.ts')).puts(),
  launch: async () => (await import('./launch.ts')).launch(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in measures));

if (unknown.length > 0) {
  console.error(`there is no measure ${unknown.join(', ')}; there is: ${Object.keys(measures).join(', ')}`);
  process.exit(2);
}

const lines: Line[] = [];
for (const [name, measure] of Object.entries(measures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = performance.now();
  process.stdout.write(`${name} … `);
  lines.push(...(await measure()));
  console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`);
}
printTable(lines, console.log);
process.exitCode = lines.some(({ verdict }) => verdict === 'over') ? 1 : 0;
