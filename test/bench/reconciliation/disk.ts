import { createReadStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RunDeps } from '../../../services/payments/functions/statement/run-deps.ts';

/** A bucket of files on disk: what is measured is matching, not a server of files. */
export const diskBucket = (folder: string): RunDeps['bucket'] => ({
  async put(key, { bytes }) {
    const path = join(folder, key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  },
  get: (key) => readFile(join(folder, key)),
  async *read(key) {
    for await (const piece of createReadStream(join(folder, key), { highWaterMark: 65_536 })) yield piece;
  },
});
