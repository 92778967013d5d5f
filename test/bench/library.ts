import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { httpHandler } from '#shared/http';
import { createMeter, type Meter } from '#shared/meter';
import { openTable } from '#shared/table';
import { createTable } from '../../localstack/dynamodb/tables.ts';
import { routes } from '../../services/materials/api.ts';
import { materialsDeps, type MaterialsDeps } from '../../services/materials/deps.ts';
import { materialsParts } from '../../services/materials/parts.ts';
import { itemCopyStore } from '../../services/materials/stores/item-copies.ts';
import { applicantActor } from '../support/actors.ts';
import { gatewayEvent, lambdaContext, type Request } from '../support/gateway-event.ts';
import { tableShape } from '../support/table-shape.ts';
import { startTemporaryEngine } from '../support/temporary-engine.ts';
import { fill } from './library/shelves.ts';
import { interleave, medianOf } from './rounds.ts';
import { functionEnvironment } from './start/cold-start.ts';
import { atMost, countLine, ratioLine, type Line } from './table.ts';

const shelves = { small: 10, large: 10_000 } as const;
type Owner = keyof typeof shelves;
const rounds = 15;
const type = 'articles';
const now = new Date('2026-08-04T01:00:00Z');

const asked: Record<string, (owner: Owner) => Request> = {
  list: (owner) => ({ path: '/materials', query: { limit: '10' }, actor: applicantActor(owner) }),
  'list of one kind': (owner) => ({ path: '/materials', query: { limit: '10', type }, actor: applicantActor(owner) }),
  match: (owner) => ({
    method: 'POST',
    path: '/materials/match',
    headers: { 'Idempotency-Key': 'match' },
    body: { itemKey: 'item', district: 'gulou' },
    actor: applicantActor(owner),
  }),
};

/** The first page of an owner's documents, and what an item finds of them, at ten documents and at ten thousand. */
export async function library(): Promise<Line[]> {
  const engine = await startTemporaryEngine();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'local-1', credentials });
  try {
    const { name } = await createTable(engine.endpoint, { TableName: 'library', ...tableShape });
    for (const [n, [owner, count]] of Object.entries(shelves).entries()) {
      await fill(client, name, { n, owner: `p_${owner}`, type, count });
    }
    const meter = createMeter();
    meter.watch(client);
    const ask = await asking(openTable(client, name));
    const lines: Line[] = [];
    for (const [what, requestOf] of Object.entries(asked)) {
      lines.push(...(await compare(what, (owner) => ask(requestOf(owner)), meter)));
    }
    return lines;
  } finally {
    client.destroy();
    await engine.stop();
  }
}

/** Materials as it is deployed, over a table that knows what one item asks for. */
async function asking(table: MaterialsDeps['table']): Promise<(request: Request) => Promise<void>> {
  const deps = materialsDeps({ ...functionEnvironment, BANSHI_SET: 'fuzhou' });
  const over: MaterialsDeps = {
    ...deps,
    ...materialsParts({ ...deps, table }),
    table,
    now: () => now,
    log: { write: () => undefined },
  };
  const requirements = [{ requirement: type, about: 'party' as const, must: 'must' as const }];
  const turn = { version: 1, from: '2026-08-01', situations: ['新办' as const], requirements, covered: [] };
  const actor = { sub: 'service:materials', kind: 'service', partyId: 'none' } as const;
  const cause = { at: now, actor, office: 'fuzhou/materials', correlationId: '1', causationId: '1' };
  const mark = { kind: 'message' as const, key: 'bench' };
  await itemCopyStore(table).follow([{ district: 'gulou', item: 'item', sequence: 1, turns: [turn] }], {
    ...cause,
    mark,
  });
  const handle = httpHandler(routes, over);
  return async (request) => {
    const { statusCode, body } = await handle(gatewayEvent(request), lambdaContext);
    if (statusCode !== 200 || !body.includes('.pdf')) throw new Error(`${request.path}: ${statusCode} ${body}`);
  };
}

async function compare(what: string, ask: (owner: Owner) => Promise<void>, meter: Meter): Promise<Line[]> {
  const contender = (name: string, owner: Owner) => ({ name, measure: () => medianOf(() => ask(owner)) });
  const contenders = [contender('small', 'small'), contender('large', 'large'), contender('again', 'small')];
  for (const { measure } of contenders) await measure();
  const measured = await interleave(contenders, rounds);
  const of = (name: string) => measured.get(name) ?? [];
  const [small, large] = [await unitsOf(() => ask('small'), meter), await unitsOf(() => ask('large'), meter)];
  const compared = { ours: of('large'), theirs: of('small'), again: of('again') };
  return [
    ratioLine(`${what}, ${shelves.large} / ${shelves.small} documents of one owner`, compared, atMost(1.3)),
    countLine(`  capacity units at ${shelves.large}`, large, { limit: small }),
  ];
}

async function unitsOf(ask: () => Promise<void>, meter: Meter): Promise<number> {
  meter.read();
  await ask();
  return meter.read().capacityUnits;
}
