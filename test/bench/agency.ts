import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { shippedCalendars } from '#shared/calendars';
import { openTable } from '#shared/table';
import { planOf } from '../../services/agency/domain/plan/plan-of.ts';
import { createTable } from '../../localstack/dynamodb/tables.ts';
import { tableShape } from '../support/table-shape.ts';
import { startTemporaryEngine } from '../support/temporary-engine.ts';
import { sixtyItems, told } from './agency/plan.ts';
import { askAgency, register } from './agency/projects.ts';
import { interleave, median, medianOf } from './rounds.ts';
import { atMost, countLine, ratioLine, type Line } from './table.ts';

const few = 10;
const many = 10_000;
const rounds = 15;
const today = '2026-03-02';

/** A plan of sixty items, and an officer's list with ten projects and with ten thousand. */
export async function agency(): Promise<Line[]> {
  return [planned(), ...(await listed())];
}

/** Pure work: what is over the limit here is over it everywhere. */
function planned(): Line {
  const each = Array.from({ length: 200 }, () => {
    const began = performance.now();
    planOf(sixtyItems, { facts: told, cases: new Map(), from: today, today, calendar: shippedCalendars });
    return performance.now() - began;
  });
  return countLine('a plan of 60 items', median(each), { limit: 5, unit: ' ms' });
}

async function listed(): Promise<Line[]> {
  const engine = await startTemporaryEngine();
  const [small, large] = [await opened(engine.endpoint, few), await opened(engine.endpoint, many)];
  try {
    const contender = (name: string, asked: typeof small) => ({ name, measure: () => medianOf(() => asked.page()) });
    const measured = await interleave(
      [contender('small', small), contender('large', large), contender('again', small)],
      rounds,
    );
    const of = (name: string) => measured.get(name) ?? [];
    const found = { ours: of('large'), theirs: of('small'), again: of('again') };
    return [
      ratioLine(`first page of an officer's projects, ${many} / ${few}`, found, atMost(1.3)),
      countLine(`  capacity units at ${many}`, await large.units(), { limit: await small.units() }),
    ];
  } finally {
    for (const { client } of [small, large]) client.destroy();
    await engine.stop();
  }
}

/** A client of its own for each: what is counted is counted per client. */
async function opened(endpoint: string, count: number) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'local-1', credentials });
  const { name } = await createTable(endpoint, { TableName: `projects-${count}`, ...tableShape });
  await register(openTable(client, name), count);
  const asked = askAgency(client, name);
  await medianOf(() => asked.page());
  return { ...asked, client };
}
