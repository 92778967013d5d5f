import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { httpHandler } from '#shared/http';
import { createMeter } from '#shared/meter';
import { openTable, type Table } from '#shared/table';
import { routes } from '../../../services/agency/api.ts';
import { agencyDeps } from '../../../services/agency/deps.ts';
import { inPieces } from '#shared/pieces';
import { register as registered } from '../../../services/agency/domain/project/register.ts';
import { agencyParts } from '../../../services/agency/parts.ts';
import { projectStore } from '../../../services/agency/stores/projects.ts';
import { projectInput } from '../../docs/examples/project.ts';
import { staffActor } from '../../support/actors.ts';
import { uuid } from '../../support/facts.ts';
import { gatewayEvent, lambdaContext } from '../../support/gateway-event.ts';
import { functionEnvironment } from '../start/cold-start.ts';

const officer = staffActor('officer');
const begun = Date.parse('2026-08-03T01:00:00Z');
const publisher = { service: 'agency', district: 'gulou', newId: () => crypto.randomUUID() };

/** So many projects of one officer, each a second after the one before, as the register itself writes them. */
export async function register(table: Table, count: number): Promise<void> {
  const projects = projectStore(table, publisher);
  const { investor, ...said } = projectInput;
  const given = { ...said, investor: { partyId: 'p_investor', ...investor }, officer: officer.partyId };
  const changes = Array.from({ length: count }, (_, n) =>
    registered({ ...given, id: uuid(n + 1) }, new Date(begun + n * 1000)),
  );
  const cause = { actor: officer, office: 'gulou/officer', correlationId: 'bench', causationId: 'bench' };
  for (const piece of inPieces(changes, 20)) await projects.saveAll(piece, { ...cause, at: new Date(begun) });
}

/** Agency as it is deployed, but for its table and a log that nobody reads. */
export function askAgency(client: DynamoDBClient, name: string) {
  const meter = createMeter();
  meter.watch(client);
  const table = openTable(client, name);
  const deps = agencyDeps(functionEnvironment);
  const log = { write: () => undefined };
  const handle = httpHandler(routes, { ...deps, ...agencyParts({ table, publisher }), table, log });
  const query = { limit: '10' };
  const page = async (): Promise<void> => {
    const { statusCode, body } = await handle(
      gatewayEvent({ path: '/agency/projects', query, actor: officer }),
      lambdaContext,
    );
    if (statusCode !== 200 || JSON.parse(body).items.length !== 10) throw new Error(body);
  };
  return {
    page,
    async units(): Promise<number> {
      meter.read();
      await page();
      return meter.read().capacityUnits;
    },
  };
}
