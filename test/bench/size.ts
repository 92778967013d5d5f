import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../infra/bundle.ts';
import { countLine, shownLine, type Line } from './table.ts';

const api = 'intake/api';

/** What a cold start of the intake `api` reads and parses, and what it loads only when a request needs it; in KB of 1,000 bytes. */
export async function size(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'banshi-bench-'));
  try {
    const report = await bundle(folder);
    return [
      ...report
        .filter(({ name }) => name === api)
        .map(({ kilobytes }) => countLine('intake api, minified, at start', kilobytes, { limit: 400, unit: ' KB' })),
      ...report
        .filter(({ name }) => name.startsWith(`${api}/`))
        .map(({ name, kilobytes }) =>
          shownLine(`  on demand: ${name.slice(api.length + 1)}`, `${kilobytes.toFixed(0)} KB`),
        ),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
