import { join } from 'node:path';
import * as z from 'zod';
import { durationMs } from './clock.ts';
import { messageOf } from './json.ts';
import { findRunning } from './running.ts';

const usage = 'usage: npm run clock -- +5d   (s, m, h, d, w; only forward)';

const reply = z.object({ now: z.string().optional(), message: z.string().optional() });

const dayMs = 86_400_000;

/**
 * Moves the clock of the running local cloud; the answer is a line for a person. A day at a time, as each takes some
 * seconds: what is due on it runs. Rejects with a line when it cannot.
 */
export async function moveRunningClock(duration: string, stateDirectory: string): Promise<string> {
  let left = durationMs(duration);
  let now: string;
  do {
    now = await moveOnce(`${Math.min(left, dayMs) / 1000}s`, stateDirectory);
    left -= dayMs;
  } while (left > 0);
  return `It is now ${now} in the local cloud.`;
}

async function moveOnce(duration: string, stateDirectory: string): Promise<string> {
  const running = await findRunning(stateDirectory);
  if (!running) throw new Error('no local cloud is running here: npm start');
  const response = await fetch(`http://127.0.0.1:${running.port}/_local/clock`, {
    method: 'POST',
    headers: { authorization: `Bearer ${running.controlToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ move: duration }),
  });
  const { now, message } = reply.parse(await response.json());
  if (!response.ok || now === undefined) throw new Error(message ?? `the local cloud answered ${response.status}`);
  return now;
}

if (import.meta.main) {
  const [duration] = process.argv.slice(2);
  try {
    if (duration === undefined) throw new Error(usage);
    console.log(await moveRunningClock(duration, join(import.meta.dirname, '.state')));
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
