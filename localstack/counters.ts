import type { Parts } from './provision/parts.ts';

export interface Counters {
  functions: Record<string, { cold: number; invocations: number; failures: number }>;
  queues: Record<string, { ready: number; delayed: number; inflight: number }>;
  rulesMatched: number;
}

/** What a cloud has done so far. */
export const countersOf = ({ functions, queues, buses }: Parts): Counters => ({
  functions: Object.fromEntries([...functions.values()].map((pool) => [pool.name, pool.counters()])),
  queues: Object.fromEntries(queues.all().map((queue) => [queue.name, queue.counts()])),
  rulesMatched: buses.matched(),
});
