// Prints the CPU microseconds of each request of each route, batch by batch, as one JSON line on stderr: a process of its
// own, because the log goes to its stdout and every client in it answers without calling AWS.
import { httpHandler } from '#shared/http';
import { routes } from '../../../services/intake/api.ts';
import { intakeDeps } from '../../../services/intake/deps.ts';
import { lambdaContext } from '../../support/gateway-event.ts';
import { askings } from '../start/cases.ts';
import { answerAtOnce } from './answer-at-once.ts';

const batches = 30;
const perBatch = 200;

const asked = Object.entries(askings).map(([name, asking]) => ({ name, ...asking() }));
answerAtOnce(asked.flatMap(({ rows }) => rows));
const handler = httpHandler(routes, intakeDeps());

async function batch(event: (typeof asked)[number]['event']): Promise<number> {
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
