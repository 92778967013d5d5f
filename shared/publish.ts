import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { envelope, type Envelope } from '#events/event';
import { busBatch, type Bus } from '#shared/bus';
import { errorFields, type Log } from '#shared/log';
import type { Meter } from '#shared/meter';
import { once } from '#shared/once';
import { replay, replayRequest, type ReplayDeps, type Replayed } from '#shared/replay';

export interface PublishDeps extends ReplayDeps {
  bus: Bus;
  log: Log;
  meter: Meter;
}

const outboxRow = once(() => z.object({ event: envelope() }));
const attributes = z.record(z.string(), z.custom<AttributeValue>());

type Publish = (event: DynamoDBStreamEvent | { replay: unknown }) => Promise<DynamoDBBatchResponse | Replayed>;

/** The `publish` function of a service: outbox rows to the set's bus, in order as the stream gives them, or again on request. */
export function publishHandler(deps: PublishDeps): Publish {
  return async (event) => {
    if ('replay' in event) return replay(replayRequest().parse(event.replay), deps);
    const { Records } = event;
    for (let start = 0; start < Records.length; start += busBatch) {
      const failed = await publishBatch(Records.slice(start, start + busBatch), deps);
      // A stream goes on from the first failure, so nothing after it may be sent before it.
      if (failed) return { batchItemFailures: [{ itemIdentifier: failed }] };
    }
    return { batchItemFailures: [] };
  };
}

/** Publishes up to ten records; gives the sequence number of the first that was not taken. */
async function publishBatch(
  records: readonly DynamoDBRecord[],
  { bus, log, meter }: PublishDeps,
): Promise<string | undefined> {
  const sequenceNumberOf = (n: number) => records[n]?.dynamodb?.SequenceNumber;
  const { events, fault } = readable(records);
  const failed = fault === undefined ? undefined : events.length;
  const counted = { route: 'publish', count: records.length, ...(fault !== undefined && errorFields(fault)) };
  try {
    const refused = (events.length > 0 ? await bus.put(events) : undefined) ?? failed;
    const measures = { PublishFaults: refused === undefined ? 0 : 1 };
    log.write(refused === undefined ? 'info' : 'error', { ...counted, ...meter.read() }, measures);
    return refused === undefined ? undefined : sequenceNumberOf(refused);
  } catch (error) {
    log.write('error', { ...counted, ...errorFields(error) }, { PublishFaults: 1 });
    return sequenceNumberOf(0);
  }
}

/** The facts up to the first row that cannot be read: a broken row must not hold back those before it. */
function readable(records: readonly DynamoDBRecord[]): { events: Envelope[]; fault?: unknown } {
  const events: Envelope[] = [];
  try {
    for (const record of records) events.push(eventOf(record));
    return { events };
  } catch (fault) {
    return { events, fault };
  }
}

function eventOf(record: DynamoDBRecord): Envelope {
  return outboxRow().parse(unmarshall(attributes.parse(record.dynamodb?.NewImage))).event;
}
