import { busBatch, type Bus, type Outgoing } from '#shared/bus';

export interface FakeBus extends Bus {
  taken: Outgoing[];
  /** How many facts came with each call. */
  batches: number[];
  /** From now on a fact with this id is not taken. */
  refuse(id: string | undefined): void;
  /** The next call fails as a whole. */
  fail(error: Error): void;
}

/** A bus that keeps what it took, and refuses on request. */
export function fakeBus(): FakeBus {
  const taken: Outgoing[] = [];
  const batches: number[] = [];
  let refused: string | undefined;
  let failure: Error | undefined;
  return {
    taken,
    batches,
    refuse: (id) => void (refused = id),
    fail: (error) => void (failure = error),
    async put(events) {
      if (events.length === 0 || events.length > busBatch) throw new Error('1 to 10 entries');
      batches.push(events.length);
      const error = failure;
      failure = undefined;
      if (error) throw error;
      taken.push(...events.filter(({ id }) => id !== refused));
      const first = events.findIndex(({ id }) => id === refused);
      return first === -1 ? undefined : first;
    },
  };
}
