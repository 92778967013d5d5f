import * as z from 'zod';
import { once } from '#shared/once';

/**
 * A write that lost a race. `mark`: the same request or message was handled before; `version`: the record changed since it
 * was read, or another transaction held it. The wrappers read the first as done and run the function again for the second.
 */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly on: 'mark' | 'version';

  constructor(on: 'mark' | 'version') {
    super(`conflict on ${on}`);
    this.on = on;
  }
}

const cancelled = once(() =>
  z.object({
    name: z.literal('TransactionCanceledException'),
    CancellationReasons: z.array(z.object({ Code: z.string().optional() })),
  }),
);
const single = once(() =>
  z.object({
    name: z.enum(['ConditionalCheckFailedException', 'TransactionConflictException', 'TransactionInProgressException']),
  }),
);
const races = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/**
 * A `Conflict` where DynamoDB refused a write for a condition or another transaction; any other error as it is. `marked`: the first
 * write of the transaction is a mark, so that its condition says that the request or message was handled before.
 */
export function conflictIn(error: unknown, { marked = false } = {}): unknown {
  if (single().safeParse(error).success) return new Conflict('version');
  const { data } = cancelled().safeParse(error);
  const codes = data?.CancellationReasons.map(({ Code }) => Code ?? 'None') ?? [];
  const faults = codes.filter((code) => code !== 'None');
  if (faults.length === 0 || !faults.every((code) => races.has(code))) return error;
  return new Conflict(marked && codes[0] === 'ConditionalCheckFailed' ? 'mark' : 'version');
}

const attempts = 3;

/**
 * Runs a change once more where it lost a race, three times in all; `pause` parts those who raced. Throws the last
 * `Conflict`. A change that has a mark handles the conflict on it itself: to run it again would not help.
 */
export async function retried<Result>(
  run: () => Promise<Result>,
  pause: (attempt: number) => Promise<void>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === attempts) throw error;
      await pause(attempt);
    }
  }
}
