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

// After a quiet time the first record goes out at once; under load a batch is worth waiting for: a call with 50 records costs
// little more than a call with one. Lambda itself looks at a shard four times a second.
const gatherMs = 50;

// A shard gives as many at once, of which the filters mostly want few: what nobody wants costs no call, and so no waiting.
const readAtOnce = 1000;

/** Feeds a function from a table's stream in order: what was read is delivered, or given up, before more is read. */
export function startStreamMapping(plan: StreamMappingPlan, means: MappingMeans): Mapping {
  const { stream, filters, batchSize } = plan;
  const stopping = new AbortController();
  const { signal } = stopping;
  const { deliver, trouble } = createDelivery(plan, { ...means, signal });

  const wanted = ({ records }: StreamBatch): DynamoDBRecord[] =>
    filters.length === 0 ? records : records.filter((record) => filters.some((matches) => matches({ ...record })));

  const deliverAll = async (records: DynamoDBRecord[]): Promise<void> => {
    const readMs = means.clock.ms();
    for (let from = 0; from < records.length && !signal.aborted; from += batchSize) {
      await deliver(records.slice(from, from + batchSize), readMs);
    }
  };

  const poll = async (): Promise<void> => {
    let lastMs = Number.NEGATIVE_INFINITY;
    while (!signal.aborted) {
      const sinceMs = performance.now() - lastMs;
      if (sinceMs < gatherMs) await pause(gatherMs - sinceMs, signal);
      const read = await stream.next(signal, readAtOnce);
      const records = wanted(read);
      if (records.length > 0) lastMs = performance.now();
      await deliverAll(records);
      if (!signal.aborted) stream.done(read);
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
