import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../infra/bundle.ts';
import { countLine, shownLine, type Line } from './table.ts';

/** What a cold start of the intake `api` reads and parses, and what it loads only when a request needs it; in KB of 1,000 bytes. */
export async function size(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'banshi-bench-'));
  try {
    await bundle(folder);
    const api = join(folder, 'intake/api');
    const onDemand = (await readdir(api)).filter((name) => name.endsWith('.mjs') && name !== 'index.mjs');
    const kilobytes = async (name: string) => (await stat(join(api, name))).size / 1000;
    return [
      countLine('intake api, minified, at start', await kilobytes('index.mjs'), { limit: 400, unit: ' KB' }),
      ...(await Promise.all(
        onDemand.map(async (name) =>
          shownLine(`  on demand: ${name.replace('.mjs', '')}`, `${(await kilobytes(name)).toFixed(0)} KB`),
        ),
      )),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
