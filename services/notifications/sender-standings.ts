import type { Standing } from './domain/provider/standing.ts';
import type { Happened, StandingStore } from './stores/standings.ts';

/** The shares of providers as the sender looks at them, and what it counts of their answers. */
export interface SenderStandings {
  of: (providers: readonly string[]) => Promise<Standing>;
  note: (happened: readonly Happened[]) => void;
  /** Counts what was noted since it was last called. */
  count: () => Promise<void>;
}

/** Shares are read again after `forMs`; answers are counted together, a batch at a time: their rows are the hottest of all. */
export function senderStandings(
  store: Pick<StandingStore, 'of' | 'count'>,
  { now, forMs }: { now: () => Date; forMs: number },
): SenderStandings {
  let held: { until: number; standing: Promise<Standing> } | undefined;
  let noted: Happened[] = [];
  const read = async (providers: readonly string[]): Promise<Standing> => {
    try {
      return await store.of(providers);
    } catch (error) {
      held = undefined;
      throw error;
    }
  };
  return {
    of(providers) {
      const at = now().getTime();
      if (!held || at >= held.until) held = { until: at + forMs, standing: read(providers) };
      return held.standing;
    },
    note: (happened) => void noted.push(...happened),
    async count() {
      const all = noted;
      noted = [];
      await store.count(all);
    },
  };
}
