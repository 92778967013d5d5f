import * as z from 'zod';
import { once } from '#shared/once';

/** Wrong tries to look a number up: at most five in fifteen minutes, whoever makes them. */
const most = 5;
export const triesKeptMs = 15 * 60_000;

export const tries = once(() => z.object({ version: z.int(), wrong: z.array(z.coerce.date()) }));
export type Tries = z.infer<ReturnType<typeof tries>>;

export const noTries: Tries = { version: 0, wrong: [] };

/** Until when nobody may try again; undefined where one more try is free. */
export function heldUntil({ wrong }: Tries, at: Date): Date | undefined {
  const recent = within(wrong, at);
  const oldest = recent[0];
  return recent.length >= most && oldest ? new Date(oldest.getTime() + triesKeptMs) : undefined;
}

/**
 * The tries after one more. A right one counts as none and yet is a new version: of many tries at the same moment each must
 * have seen the ones before it, or a hundred guesses would pass together.
 */
export function tried({ version, wrong }: Tries, { at, right }: { at: Date; right: boolean }): Tries {
  return { version: version + 1, wrong: [...within(wrong, at), ...(right ? [] : [at])] };
}

/** The ones that still count. A row outlives them, as DynamoDB deletes late. */
function within(wrong: readonly Date[], at: Date): Date[] {
  return wrong.filter((one) => at.getTime() - one.getTime() < triesKeptMs);
}
