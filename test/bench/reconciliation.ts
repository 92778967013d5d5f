import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { build } from 'esbuild';
import * as z from 'zod';
import { buildOptions } from '../../infra/bundle.ts';
import { startEngine } from '../../localstack/dynamodb/engine.ts';
import { importLines } from './lists/seed.ts';
import { billOf, days, faultsOf, itemLines, type Size } from './reconciliation/day.ts';
import { median } from './rounds.ts';
import { countLine, type Line } from './table.ts';

const run = promisify(execFile);
const tableName = 'payments';
/** A small day is matched so often, for its median. */
const times = 5;
/** What a function of 512 MB leaves to V8's old space; the rest is for Node itself and what is read. What is young has V8's own size, as on the other side. */
const heap = ['--max-old-space-size=320'];
const sizes: readonly Size[] = ['small', 'large'];

const told = z.object({
  taken: z.array(z.number()),
  cpu: z.array(z.number()).default([]),
  matched: z.number(),
  peakMib: z.number().default(0),
});

/** A million rows of a statement against a million of the ledger, beside a plain hash join of the same; and beside ten thousand. */
export async function reconciliation(): Promise<Line[]> {
  const directory = await mkdtemp(join(tmpdir(), 'banshi-matching-'));
  const folder = await mkdtemp(join(tmpdir(), 'banshi-statements-'));
  try {
    await importLines(directory, [{ name: tableName, lines: itemsOf() }]);
    for (const size of sizes) await writeBill(folder, size);
    const [ours, script] = [await bundled(folder, 'ours'), await bundled(folder, 'script')];
    const engine = await startEngine({ prepared: directory });
    try {
      const said = { endpoint: engine.endpoint, table: tableName, folder };
      const small = await measured([...heap, ours], { ...said, size: 'small', times });
      const theirs = await measured([script], { ...said, size: 'large' });
      const large = await measured([...heap, ours], { ...said, size: 'large', times: 1 });
      return linesOf({ small, large, theirs });
    } finally {
      await engine.stop();
    }
  } finally {
    for (const one of [directory, folder]) await rm(one, { recursive: true, force: true });
  }
}

function* itemsOf(): Generator<string> {
  for (const size of sizes) yield* itemLines(size);
}

type Told = z.infer<typeof told>;

function linesOf({ small, large, theirs }: { small: Told; large: Told; theirs: Told }): Line[] {
  const expected = days.large.count - faultsOf('large');
  for (const { matched } of [large, theirs]) {
    if (matched !== expected) throw new Error(`${expected} rows agree, ${matched} were matched`);
  }
  // Of the process alone: minutes lie between the two, and what the machine does meanwhile would fall on one of them.
  const per = ({ cpu }: Told, size: Size): number => median(cpu) / days[size].count;
  return [
    countLine('a million rows of a statement, against a plain hash join', median(large.taken) / median(theirs.taken), {
      limit: 3,
    }),
    countLine('  CPU time of a row, of a million / of ten thousand', per(large, 'large') / per(small, 'small'), {
      limit: 1.3,
    }),
    countLine('  peak memory', large.peakMib, { limit: 512, unit: ' MiB' }),
  ];
}

async function writeBill(folder: string, size: Size): Promise<void> {
  await mkdir(join(folder, 'statements'), { recursive: true });
  const zipped = createGzip({ level: 1 });
  const file = zipped.pipe(createWriteStream(join(folder, 'statements', size)));
  for (const piece of billOf(size)) if (!zipped.write(piece)) await once(zipped, 'drain');
  zipped.end();
  await once(file, 'finish');
}

/** Built as the functions are. */
async function bundled(folder: string, name: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  const entry = join(import.meta.dirname, `reconciliation/${name}.ts`);
  await build({ ...buildOptions, outExtension: {}, entryPoints: [entry], outfile });
  return outfile;
}

async function measured(args: string[], said: object): Promise<Told> {
  const { stdout } = await run(process.execPath, [...args, JSON.stringify(said)], { maxBuffer: 2 ** 24 });
  const found = told.parse(JSON.parse(stdout));
  if (process.env['BENCH_DETAILS']) console.log(JSON.stringify(found));
  return found;
}
