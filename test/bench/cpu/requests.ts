// Prints the CPU microseconds of each request of each route, batch by batch, as one JSON line on stderr. A process of its
// own, so that the log may go to its stdout and nothing else runs in it.
import { httpHandler } from '#shared/http';
import { routes } from '../../../services/intake/api.ts';
import { intakeDeps, type IntakeDeps } from '../../../services/intake/deps.ts';
import { intakeParts } from '../../../services/intake/parts.ts';
import { lambdaContext } from '../../support/gateway-event.ts';
import { askings, reads, type Asking } from '../start/cases.ts';
import { partyKey } from '../start/rows.ts';
import { instantTable } from './instant-table.ts';

const batches = 30;
const perBatch = 200;
const asked: (Asking & { name: string })[] = Object.entries({ ...askings, ...reads }).map(([name, asking]) => ({
  name,
  ...asking(),
}));

/** What the functions get in the cloud, but for the table. */
function depsOver(rows: Asking['rows']): IntakeDeps {
  const table = instantTable(rows);
  const deps = intakeDeps();
  const { publisher, now } = deps;
  return { ...deps, table, ...intakeParts({ table, publisher, now }), partyKey: async () => partyKey };
}

const handler = httpHandler(routes, depsOver(asked.flatMap(({ rows }) => rows)));

async function batch(event: Asking['event']): Promise<number> {
  const before = process.cpuUsage();
  for (let n = 0; n < perBatch; n += 1) {
    const { statusCode, body } = await handler(event, lambdaContext);
    if (statusCode >= 300) throw new Error(`${event.path}: ${statusCode} ${body}`);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / perBatch;
}

const measured = new Map(asked.map(({ name }) => [name, [] as number[]]));
// The first rounds warm up and are not kept.
for (let round = -10; round < batches; round += 1) {
  for (const { name, event } of asked) {
    const microseconds = await batch(event);
    if (round >= 0) measured.get(name)?.push(microseconds);
  }
}
process.stderr.write(`${JSON.stringify(Object.fromEntries(measured))}\n`);
