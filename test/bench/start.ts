import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleave, median } from './rounds.ts';
import { buildBundles, type Bundles } from './start/bundles.ts';
import { asItem, askings } from './start/cases.ts';
import { coldStart, startStub } from './start/cold-start.ts';
import { atMost, ratioLine, shownLine, type Line } from './table.ts';

const rounds = 15;

/** Import plus first request of the intake `api` bundle in a fresh process, against a bare handler built both ways. */
export async function start(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'banshi-bench-'));
  try {
    return await compare(await buildBundles(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function compare({ files: { d1, d2, ours } }: Bundles): Promise<Line[]> {
  const { accept, create, submit } = { accept: askings.accept(), create: askings.create(), submit: askings.submit() };
  const stub = await startStub([...accept.rows, ...create.rows, ...submit.rows].map(asItem));
  const contender = (name: string, file: string, { event }: { event: object }) => ({
    name,
    async measure() {
      const { importMs, requestMs } = await coldStart(file, event, stub.environment);
      return importMs + requestMs;
    },
  });
  const measured = await interleave(
    [
      contender('D1', d1, accept),
      contender('accept', ours, accept),
      contender('D2', d2, accept),
      contender('create', ours, create),
      contender('D1 again', d1, accept),
      contender('submit', ours, submit),
      contender('D2 again', d2, accept),
    ],
    rounds,
  ).finally(stub.stop);
  const of = (name: string) => measured.get(name) ?? [];
  const against = (act: string, yardstick: 'D1' | 'D2') => ({
    ours: of(act),
    theirs: of(yardstick),
    again: of(`${yardstick} again`),
  });
  return [
    ratioLine('start + first request (accept) / D1', against('accept', 'D1'), atMost(0.9)),
    ratioLine('start + first request (accept) / D2', against('accept', 'D2'), atMost(1.4)),
    ratioLine('  the same with create / D1', against('create', 'D1')),
    ratioLine('  the same with create / D2', against('create', 'D2')),
    ratioLine('  the same with submit / D1', against('submit', 'D1')),
    ratioLine('  the same with submit / D2', against('submit', 'D2')),
    shownLine('  medians in ms', [...measured].map(([name, ms]) => `${name} ${median(ms).toFixed(0)}`).join(', ')),
  ];
}
