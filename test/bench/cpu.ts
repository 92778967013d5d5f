import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import * as z from 'zod';
import { median, ratioOf } from './rounds.ts';
import { functionEnvironment } from './start/cold-start.ts';
import type { Line } from './table.ts';

const told = z.record(z.string(), z.array(z.number()));

/** Our own CPU time of a warm request, from the gateway's event to the reply and the log line, in the median of its batches. */
export const cpu = (): Promise<Line[]> => cpuOf('requests', { measure: 'own CPU of a request', limitMs: 0.1 });

/** The same of a channel's notice that pays an order of three lines: signature, time, number, amount, merchant, and the booking. */
export const notices = (): Promise<Line[]> =>
  cpuOf('notices', { measure: 'own CPU of a notice, proved and booked', limitMs: 1.5 });

interface Wanted {
  measure: string;
  limitMs: number;
}

async function cpuOf(script: string, wanted: Wanted): Promise<Line[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, `cpu/${script}.ts`)], {
    env: { ...process.env, ...functionEnvironment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const output = await text(child.stderr);
  if (!output.startsWith('{')) throw new Error(`cpu/${script}.ts failed: ${output}`);
  return Object.entries(told.parse(JSON.parse(output))).map(([name, each]) => lineOf(name, each, wanted));
}

function lineOf(name: string, microseconds: number[], { measure, limitMs }: Wanted): Line {
  const found = median(microseconds) / 1000;
  // CPU time, so only a busy neighbour on the same core can lengthen it: then the quietest batch says whether it fits.
  const least = Math.min(...microseconds) / 1000;
  const even = microseconds.filter((_, n) => n % 2 === 0);
  const odd = microseconds.filter((_, n) => n % 2 === 1);
  return {
    measure: `${measure}: ${name}`,
    found: `${found.toFixed(3)} ms (least ${least.toFixed(3)})`,
    target: `≤ ${limitMs} ms`,
    control: ratioOf(even, odd).median.toFixed(2),
    verdict: found <= limitMs ? 'ok' : least <= limitMs ? 'unclear' : 'over',
  };
}
