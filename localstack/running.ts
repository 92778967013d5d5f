import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const cloudState = z.object({
  port: z.int(),
  pid: z.int(),
  controlToken: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
});
const clockReply = z.object({ now: z.coerce.date() });

/** What a running cloud has written of itself, and what its clock says. */
export type RunningCloud = z.infer<typeof cloudState> & z.infer<typeof clockReply>;

/** The cloud whose state lies in a directory, if it still answers there with its own token. */
export async function findRunning(stateDirectory: string): Promise<RunningCloud | undefined> {
  try {
    const state = cloudState.parse(JSON.parse(await readFile(join(stateDirectory, 'cloud.json'), 'utf8')));
    const response = await fetch(`http://127.0.0.1:${state.port}/_local/clock`, {
      headers: { authorization: `Bearer ${state.controlToken}` },
      signal: AbortSignal.timeout(2000),
    });
    return { ...state, ...clockReply.parse(await response.json()) };
  } catch {
    return undefined;
  }
}

/** The time of the running local cloud, whose clock may have been moved; the machine's where none is running. */
export async function localTime(stateDirectory: string): Promise<Date> {
  return (await findRunning(stateDirectory))?.now ?? new Date();
}
