// Prints the CPU microseconds of each request of each route, batch by batch, as one JSON line on stderr. A process of its
// own, so that the log may go to its stdout and nothing else runs in it.
import { httpHandler } from '#shared/http';
import { routes } from '../../../services/intake/api.ts';
import { intakeDeps, type IntakeDeps } from '../../../services/intake/deps.ts';
import { intakeParts } from '../../../services/intake/parts.ts';
import { askings, reads, type Asking } from '../start/cases.ts';
import { partyKey } from '../start/rows.ts';
import { timeBatches } from './batches.ts';
import { instantTable } from './instant-table.ts';

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
process.stderr.write(`${JSON.stringify(await timeBatches(handler, asked, 200))}\n`);
