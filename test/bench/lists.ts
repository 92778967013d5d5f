import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startEngine } from '../../localstack/dynamodb/engine.ts';
import { passTimeHourly } from '../../services/intake/functions/tick/pass-time.ts';
import { askIntake, type Asked } from './lists/asked.ts';
import { listed, open } from './lists/rows.ts';
import { seed } from './lists/seed.ts';
import { interleave, medianOf } from './rounds.ts';
import { atMost, countLine, ratioLine, type Line } from './table.ts';

const few = 1_000;
const many = 1_000_000;
const manyOpen = 100_000;
const due = 20;
const rounds = 15;

/** The first page of each list at a thousand cases and at a million, and the hourly run with few and many open. */
export async function lists(): Promise<Line[]> {
  // On disk, never in memory: two million rows take some gigabytes for a few minutes.
  const directory = await mkdtemp(join(tmpdir(), 'banshi-lists-'));
  await seed(directory, [listed(few), listed(many), open(few, due), open(manyOpen, due)]).catch(
    async (error: unknown) => {
      await rm(directory, { recursive: true });
      throw error;
    },
  );
  const engine = await startEngine({ prepared: directory });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const clientOf = () => new DynamoDBClient({ endpoint: engine.endpoint, region: 'local-1', credentials });
  try {
    const [small, large] = [askIntake(clientOf(), `cases-${few}`), askIntake(clientOf(), `cases-${many}`)];
    const pages = [];
    for (const name of ['tasks', 'mine', 'overdue'] as const) pages.push(...(await compare(name, small, large)));
    const runs = [askIntake(clientOf(), `open-${few}`), askIntake(clientOf(), `open-${manyOpen}`)];
    return [...pages, await compareRuns(runs)];
  } finally {
    await engine.stop();
  }
}

type List = 'tasks' | 'mine' | 'overdue';

async function compare(list: List, small: Asked, large: Asked): Promise<Line[]> {
  const contender = (name: string, asked: Asked) => ({ name, measure: () => medianOf(() => asked.page(list)) });
  for (const asked of [small, large]) await medianOf(() => asked.page(list));
  const measured = await interleave(
    [contender('small', small), contender('large', large), contender('again', small)],
    rounds,
  );
  const of = (name: string) => measured.get(name) ?? [];
  const units = [await small.unitsOf(list), await large.unitsOf(list)];
  return [
    ratioLine(
      `first page of ${list}, ${many} / ${few} cases`,
      { ours: of('large'), theirs: of('small'), again: of('again') },
      atMost(1.3),
    ),
    countLine(`  capacity units at ${many}`, units[1] ?? Number.NaN, { limit: units[0] ?? 0 }),
  ];
}

/** The run is given the same to do: what it calls must not depend on how many cases are open beside. */
async function compareRuns(runs: readonly Asked[]): Promise<Line> {
  const calls: number[] = [];
  for (const { deps, meter } of runs) {
    meter.read();
    const { CasesPassedByTime } = await passTimeHourly(deps)();
    if (CasesPassedByTime !== due) throw new Error(`${due} cases were due, ${CasesPassedByTime} were done`);
    calls.push(meter.read().awsCalls);
  }
  return countLine(`calls of the hourly run, ${due} of ${manyOpen} open cases due`, calls[1] ?? Number.NaN, {
    limit: calls[0] ?? 0,
  });
}
