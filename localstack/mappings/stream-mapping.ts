import type { DynamoDBRecord } from 'aws-lambda';
import type { Stream, StreamBatch } from '../dynamodb/stream.ts';
import type { Matcher } from '../events/pattern.ts';
import { type Mapping, type MappingMeans, pause } from './mapping.ts';
import { createDelivery, type DeliveryPlan } from './stream-delivery.ts';

export interface StreamMappingPlan extends DeliveryPlan {
  source: string;
  stream: Stream;
  batchSize: number;
  /** Records that satisfy none of these are skipped; without any, all are delivered. */
  filters: Matcher[];
}

// Lambda looks at a shard four times a second. After a quiet time the first record goes out at once; under load a batch is
// worth waiting for: a call with 50 records costs little more than a call with one.
const gatherMs = 100;

/** Feeds a function from a table's stream in order: a batch is delivered, or given up, before the next is read. */
export function startStreamMapping(plan: StreamMappingPlan, means: MappingMeans): Mapping {
  const { stream, filters, batchSize } = plan;
  const stopping = new AbortController();
  const { signal } = stopping;
  const { deliver, trouble } = createDelivery(plan, { ...means, signal });

  const wanted = ({ records }: StreamBatch): DynamoDBRecord[] =>
    filters.length === 0 ? records : records.filter((record) => filters.some((matches) => matches({ ...record })));

  const poll = async (): Promise<void> => {
    let lastMs = 0;
    while (!signal.aborted) {
      const sinceMs = performance.now() - lastMs;
      if (sinceMs < gatherMs) await pause(gatherMs - sinceMs, signal);
      const batch = await stream.next(signal, batchSize);
      if (batch.records.length === 0) continue;
      lastMs = performance.now();
      await deliver(wanted(batch), means.clock.ms());
      if (!signal.aborted) stream.done(batch);
      means.activity.wake();
    }
  };

  const polling = poll();
  return {
    source: plan.source,
    pending: () => stream.depth(),
    trouble,
    async stop() {
      stopping.abort();
      await polling;
    },
  };
}
