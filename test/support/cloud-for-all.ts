import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startHall } from './find-hall.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the journeys that need nothing but HTTP go, and the issuer's keys; undefined: to `BANSHI_URL`. */
    cloudForAll: { url: string; keys: string } | undefined;
  }
}

/** One local cloud for every journey that needs nothing but HTTP: a start costs seconds, and they share it as on deployed stacks. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env['BANSHI_URL']) {
    project.provide('cloudForAll', undefined);
    return undefined;
  }
  // Each function's thread listens to the output of this process, and so does each worker of the tests.
  for (const stream of [process.stdout, process.stderr]) stream.setMaxListeners(100);
  const stateDirectory = await mkdtemp(join(tmpdir(), 'banshi-cloud-'));
  const found = await startHall(() => {}, { stateDirectory });
  project.provide('cloudForAll', { url: found.hall.city, keys: join(stateDirectory, 'issuer.json') });
  return async () => {
    await found.stop();
    await rm(stateDirectory, { recursive: true });
  };
}
