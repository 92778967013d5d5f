import { parseArgs } from 'node:util';
import * as z from 'zod';
import { replayWindowDays } from '#shared/replay-window';

export const usage =
  'usage: npm run replay -- --from <yyyy-mm-dd> --to <yyyy-mm-dd> [--set gulou] [--service intake] [--consumer notifications]';

/** Which facts are sent again: the days of their outbox rows (UTC), of which publishers, for which consumer alone. */
export interface Wish {
  days: string[];
  set?: string | undefined;
  service?: string | undefined;
  consumer?: string | undefined;
}

const dayMs = 86_400_000;
const name = z
  .string()
  .regex(/^[a-z-]+$/)
  .optional();
const options = z.object({ from: z.iso.date(), to: z.iso.date(), set: name, service: name, consumer: name });

/** Reads a command line; `{ problem }` is one line for a person. */
export function readWish(args: string[], now: Date): Wish | { problem: string } {
  const given = optionsOf(args);
  if (!given) return { problem: usage };
  const { from, to, ...rest } = given;
  const [first, last] = [Date.parse(from), Date.parse(to)];
  if (first > last) return { problem: `--from ${from} is later than --to ${to}` };
  if (last > now.getTime()) return { problem: `--to ${to} has not come yet` };
  // A consumer's marks are gone after that, so a fact would be applied twice.
  if (now.getTime() - first > replayWindowDays * dayMs)
    return { problem: `--from ${from} is more than ${replayWindowDays} days ago: nothing older is sent again` };
  const days = Array.from({ length: (last - first) / dayMs + 1 }, (_, n) =>
    new Date(first + n * dayMs).toISOString().slice(0, 10),
  );
  return { days, ...rest };
}

function optionsOf(args: string[]): z.infer<typeof options> | undefined {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args, options: { from: text, to: text, set: text, service: text, consumer: text } });
    return options.parse(values);
  } catch {
    return undefined;
  }
}
