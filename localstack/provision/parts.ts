import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import type { Engine } from '../dynamodb/engine.ts';
import type { Table } from '../dynamodb/tables.ts';
import type { Buses } from '../events/bus.ts';
import type { Scheduler } from '../events/scheduler.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import type { LogLine } from '../logs.ts';
import type { Mapping } from '../mappings/mapping.ts';
import type { QueueFaults } from '../mappings/queue-faults.ts';
import type { Buckets } from '../s3/front.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Queues } from '../sqs/queues.ts';

/** What the resources of the templates are made with, and what has been made. */
export interface Parts {
  region: string;
  account: string;
  clock: Clock;
  activity: Activity;
  engine: Engine;
  queues: Queues;
  buckets: Buckets;
  secrets: Secrets;
  buses: Buses;
  scheduler: Scheduler;
  queueFaults: QueueFaults;
  log: (line: LogLine) => void;
  /** Given to every function beside its own variables: endpoints, region and credentials. */
  environment: Record<string, string>;
  /** The most copies of one function. */
  copies: number;
  /** By how much a function may be slower than its time-out says. */
  patience: number;
  tables: Map<string, Table>;
  functions: Map<string, FunctionPool>;
  mappings: Mapping[];
}

/** The function of an ARN or a name. Throws when no template has it. */
export function functionOf({ functions }: Parts, arnOrName: string): FunctionPool {
  const pool = functions.get(arnOrName) ?? [...functions.values()].find(({ name }) => name === arnOrName);
  if (!pool) throw new Error(`there is no function ${arnOrName}`);
  return pool;
}

/** A function that sends to the queue of an ARN, with text attributes. Throws when there is no such queue. */
export function senderTo({ queues }: Parts, arn: string): (body: string, attributes?: Record<string, string>) => void {
  const queue = queues.get(arn);
  return (body, attributes = {}) => {
    const messageAttributes = Object.fromEntries(
      Object.entries(attributes).map(([name, stringValue]) => [name, { dataType: 'String', stringValue }]),
    );
    queue.send(body, { messageAttributes });
  };
}
