import { mkdirSync, mkdtempSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const wantedBytes = 2 ** 30;

/**
 * Makes a private directory for the database. The engine waits for the disk at each commit, which costs half of its
 * speed and far more on a slow disk, for data that nobody keeps; so memory is used where there is at least 1 GiB of it
 * (a container often has 64 MB), else `fallback`.
 */
export function makeDatabaseDirectory(fallback: string, memoryDisk = '/dev/shm'): string {
  const parent = roomy(memoryDisk) ? memoryDisk : fallback;
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'banshi-dynamodb-'));
}

function roomy(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize >= wantedBytes;
  } catch {
    return false;
  }
}
