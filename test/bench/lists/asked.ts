import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { httpHandler } from '#shared/http';
import { createMeter } from '#shared/meter';
import { openTable } from '#shared/table';
import { routes } from '../../../services/intake/api.ts';
import { intakeDeps, type IntakeDeps } from '../../../services/intake/deps.ts';
import { intakeParts } from '../../../services/intake/parts.ts';
import { applicantActor, staffActor } from '../../support/actors.ts';
import { gatewayEvent, lambdaContext, type Request } from '../../support/gateway-event.ts';
import { functionEnvironment } from '../start/cold-start.ts';
import { overdueAt } from './rows.ts';

const requests: Record<'tasks' | 'mine' | 'overdue', Request> = {
  tasks: {
    path: '/intake/tasks',
    query: { department: 'amr', status: 'accepted' },
    actor: staffActor('approver', { department: 'amr' }),
  },
  mine: { path: '/intake/applications', query: { mine: 'true' }, actor: applicantActor('company') },
  overdue: { path: '/intake/supervision/overdue', actor: staffActor('supervisor') },
};

export type Asked = ReturnType<typeof askIntake>;

/** Intake as it is deployed, over a table of the engine, at a moment at which every case is overdue. */
export function askIntake(client: DynamoDBClient, name: string) {
  const meter = createMeter();
  meter.watch(client);
  const deps = depsOver(openTable(client, name));
  const handle = httpHandler(routes, deps);
  const ask = async (list: keyof typeof requests): Promise<void> => {
    const { statusCode, body } = await handle(gatewayEvent(requests[list]), lambdaContext);
    const items: unknown = JSON.parse(body).items;
    if (statusCode !== 200 || !Array.isArray(items) || items.length !== 20) throw new Error(`${list}: ${body}`);
  };
  return {
    deps,
    meter,
    page: ask,
    async unitsOf(list: keyof typeof requests): Promise<number> {
      meter.read();
      await ask(list);
      return meter.read().capacityUnits;
    },
  };
}

const now = () => overdueAt;

/** What the functions get in the cloud, but for the table, the time, and a log that nobody reads. */
function depsOver(table: IntakeDeps['table']): IntakeDeps {
  const deps = intakeDeps(functionEnvironment);
  return {
    ...deps,
    ...intakeParts({ table, publisher: deps.publisher, now }),
    table,
    now,
    log: { write: () => undefined },
  };
}
