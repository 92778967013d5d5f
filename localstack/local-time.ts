import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as z from 'zod';

const cloudState = z.object({ port: z.int(), controlToken: z.string() });
const clockReply = z.object({ now: z.iso.datetime({ offset: true }) });

/** The time of the running local cloud, whose clock may have been moved; the machine's where none is running. */
export async function localTime(stateDirectory: string): Promise<Date> {
  try {
    const { port, controlToken } = cloudState.parse(
      JSON.parse(await readFile(join(stateDirectory, 'cloud.json'), 'utf8')),
    );
    const reply = await fetch(`http://127.0.0.1:${port}/_local/clock`, {
      headers: { authorization: `Bearer ${controlToken}` },
      signal: AbortSignal.timeout(2000),
    });
    return new Date(clockReply.parse(await reply.json()).now);
  } catch {
    return new Date();
  }
}
