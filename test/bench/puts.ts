import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../localstack/dynamodb/engine.ts';
import { openStreamProbe } from '../../localstack/dynamodb/stream-cost.ts';
import { interleave, median } from './rounds.ts';
import { atMost, ratioLine, shownLine, type Line } from './table.ts';

const events = 50_000;
const rounds = 15;
const perRound = 100;

/** What 50,000 delivered events leave behind in the cost of a put: an engine that has seen them beside one at its start. */
export async function puts(): Promise<Line[]> {
  const directory = await mkdtemp(join(tmpdir(), 'banshi-bench-'));
  const [old, fresh] = await Promise.all([startProbe(directory), startProbe(directory)]);
  try {
    await old.probe.fill(events);
    for (const { probe } of [old, fresh]) await probe.put(500);
    const contender = (name: string, { probe }: typeof old) => ({ name, measure: () => probe.put(perRound) });
    const measured = await interleave(
      [contender('at start', fresh), contender('after 50,000', old), contender('at start again', fresh)],
      rounds,
    );
    const of = (name: string) => measured.get(name) ?? [];
    const against = { ours: of('after 50,000'), theirs: of('at start'), again: of('at start again') };
    const medians = [...measured].map(([name, ms]) => `${name} ${median(ms).toFixed(2)}`).join(', ');
    return [
      ratioLine('a put after 50,000 events / at start', against, atMost(1.3)),
      shownLine('  medians in ms', medians),
    ];
  } finally {
    await Promise.all([old.stop(), fresh.stop()]);
    await rm(directory, { recursive: true });
  }
}

async function startProbe(directory: string) {
  const engine = await startEngine({ directory });
  const probe = await openStreamProbe(engine);
  return {
    probe,
    async stop() {
      await probe.stop();
      await engine.stop();
    },
  };
}
