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

const describe = ({ source, pending, trouble }: Mapping): string => `${source} (${pending()} left): ${trouble()}`;

/**
 * Resolves when streams, buses and queues are drained and no function runs; dead letters do not count. `stuck` says
 * what it waits for in vain when everything that is left has failed again and again: `throw`, or `leave` it.
 */
export async function settle({ activity, mappings }: SettleMeans, stuck: 'throw' | 'leave'): Promise<void> {
  for (;;) {
    while (activity.busy()) await changed(activity);
    const pending = mappings.filter((mapping) => mapping.pending() > 0);
    if (pending.length === 0) {
      if (!activity.busy()) return;
    } else if (pending.every(({ trouble }) => trouble() !== undefined)) {
      if (stuck === 'leave') return;
      throw new Error(`not settled; this goes on failing: ${pending.map(describe).join('; ')}`);
    }
    await changed(activity);
  }
}
