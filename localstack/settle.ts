import type { Activity } from './activity.ts';
import type { Mapping } from './mappings/mapping.ts';

export interface SettleMeans {
  activity: Activity;
  mappings: readonly Mapping[];
}

// Queues move a message to its dead letters while they look for the next one, which nobody is told of.
const lookAgainMs = 20;

async function changed(activity: Activity): Promise<void> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), lookAgainMs);
  await activity.changed(waiting.signal);
  clearTimeout(timer);
}

const describe = ({ source, pending, trouble }: Mapping): string =>
  `${source} (${pending()} left): ${trouble()?.message ?? 'no attempt yet'}`;

/** Whether a mapping has failed anew since it had failed so many times. */
const failsSince = ({ trouble }: Mapping, attempts: number): boolean => (trouble()?.attempts ?? 0) > attempts;

/**
 * Resolves when streams, buses and queues are drained and no function runs; dead letters do not count. `patience` says
 * what to do when all that is left goes on failing: `try-again` rejects after one more attempt, `leave` resolves at once.
 */
export async function settle({ activity, mappings }: SettleMeans, patience: 'try-again' | 'leave'): Promise<void> {
  const failedBefore = new Map(
    mappings.map((mapping) => [mapping, patience === 'leave' ? 0 : (mapping.trouble()?.attempts ?? 0)]),
  );
  for (;;) {
    while (activity.busy()) await changed(activity);
    const pending = mappings.filter((mapping) => mapping.pending() > 0);
    if (pending.length === 0) {
      if (!activity.busy()) return;
    } else if (pending.every((mapping) => failsSince(mapping, failedBefore.get(mapping) ?? 0))) {
      if (patience === 'leave') return;
      throw new Error(`not settled; this goes on failing: ${pending.map(describe).join('; ')}`);
    }
    await changed(activity);
  }
}
