import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import type { Outcome } from '../lambda/spec.ts';

/** Feeds a function from a queue or a stream until it is stopped. */
export interface Mapping {
  /** What it reads, for messages. */
  source: string;
  /** Records or messages not yet delivered, those in hand included. */
  pending: () => number;
  /** What it has tried in vain at least five times in a row and waits to try again. */
  trouble: () => Trouble | undefined;
  stop: () => Promise<void>;
}

/** Failed attempts in a row, and why the last one failed. */
export interface Trouble {
  attempts: number;
  message: string;
}

export interface MappingMeans {
  pool: Pick<FunctionPool, 'invoke'>;
  clock: Clock;
  activity: Activity;
}

const partialReply = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/**
 * Ids of the items that a function did not do; `all` when the invocation failed or the reply is no such list. An empty
 * reply means that all was done.
 */
export function failuresIn(outcome: Outcome, ids: ReadonlySet<string>): ReadonlySet<string> | 'all' {
  if (!outcome.ok) return 'all';
  if (outcome.payload === 'null') return new Set();
  const read = partialReply.safeParse(JSON.parse(outcome.payload));
  if (!read.success) return 'all';
  const failed = new Set((read.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
  return [...failed].every((id) => ids.has(id)) ? failed : 'all';
}

/** Resolves after some milliseconds, or at once when the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
