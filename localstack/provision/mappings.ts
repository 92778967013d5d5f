import * as z from 'zod';
import { openStream } from '../dynamodb/stream.ts';
import { compilePattern, type Matcher } from '../events/pattern.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import type { Mapping } from '../mappings/mapping.ts';
import { onFailureBody } from '../mappings/on-failure.ts';
import { startQueueMapping } from '../mappings/queue-mapping.ts';
import type { GivenUp } from '../mappings/stream-delivery.ts';
import { startStreamMapping } from '../mappings/stream-mapping.ts';
import type { Provider } from '../template/deploy.ts';
import { functionOf, type Parts, senderTo } from './parts.ts';

const mappingProperties = z.strictObject({
  BatchSize: z.coerce.number().int().min(1).default(10),
  BisectBatchOnFunctionError: z.boolean().default(false),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
  Enabled: z.boolean().default(true),
  EventSourceArn: z.string(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).default({ Filters: [] }),
  FunctionName: z.string(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  MaximumBatchingWindowInSeconds: z.literal(0).optional(),
  MaximumRecordAgeInSeconds: z.coerce.number().default(-1),
  MaximumRetryAttempts: z.coerce.number().default(-1),
  ParallelizationFactor: z.literal(1).optional(),
  ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number().min(2) }).optional(),
});

type MappingProperties = z.infer<typeof mappingProperties>;

/** -1 stands for no limit. */
const limitOf = (value: number): number => (value < 0 ? Number.POSITIVE_INFINITY : value);

function fromQueue(parts: Parts, pool: FunctionPool, properties: MappingProperties): Mapping {
  const { BatchSize, EventSourceArn, FilterCriteria, FunctionResponseTypes, ScalingConfig } = properties;
  if (BatchSize > 10 || FilterCriteria.Filters.length > 0) {
    throw new Error('a queue mapping has a batch size of at most 10 and no filter here');
  }
  const plan = {
    queue: parts.queues.get(EventSourceArn),
    region: parts.region,
    batchSize: BatchSize,
    concurrency: Math.min(pool.spec.maximum, ScalingConfig?.MaximumConcurrency ?? pool.spec.maximum),
    partial: FunctionResponseTypes.length > 0,
    faults: parts.queueFaults,
  };
  return startQueueMapping(plan, { pool, clock: parts.clock, activity: parts.activity });
}

const matcherOf = ({ Pattern }: { Pattern: string }): Matcher => compilePattern(JSON.parse(Pattern));

function fromStream(parts: Parts, pool: FunctionPool, properties: MappingProperties): Mapping {
  const table = parts.tables.get(properties.EventSourceArn);
  if (!table) throw new Error(`there is no stream ${properties.EventSourceArn}`);
  const source = `the stream of ${table.name}`;
  if (parts.mappings.some((mapping) => mapping.source === source)) throw new Error(`${source} has a mapping already`);
  const destination = properties.DestinationConfig?.OnFailure.Destination;
  const send = destination === undefined ? undefined : senderTo(parts, destination);
  const plan = {
    source,
    stream: openStream({ engine: parts.engine, table }),
    batchSize: properties.BatchSize,
    filters: properties.FilterCriteria.Filters.map(matcherOf),
    partial: properties.FunctionResponseTypes.length > 0,
    bisect: properties.BisectBatchOnFunctionError,
    retries: limitOf(properties.MaximumRetryAttempts),
    maximumAgeMs: limitOf(properties.MaximumRecordAgeInSeconds) * 1000,
    giveUp: (lost: GivenUp) => send?.(onFailureBody(lost, { functionArn: pool.arn, now: parts.clock.now() })),
  };
  return startStreamMapping(plan, { pool, clock: parts.clock, activity: parts.activity });
}

/** Event source mappings from queues and from the streams of tables. */
export function mappingProviders(parts: Parts): Record<string, Provider> {
  return {
    'AWS::Lambda::EventSourceMapping': {
      honours: Object.keys(mappingProperties.shape),
      // Every stream is read from its oldest record: it is as old as this start.
      harmless: ['KmsKeyArn', 'StartingPosition', 'Tags'],
      create(given, { name }) {
        const properties = mappingProperties.parse(given);
        const pool = functionOf(parts, properties.FunctionName);
        const service = properties.EventSourceArn.split(':')[2];
        if (service !== 'sqs' && service !== 'dynamodb') throw new Error(`${service} is no event source here`);
        if (properties.Enabled) {
          parts.mappings.push(
            service === 'sqs' ? fromQueue(parts, pool, properties) : fromStream(parts, pool, properties),
          );
        }
        return { ref: name, attributes: { Id: name } };
      },
    },
  };
}
