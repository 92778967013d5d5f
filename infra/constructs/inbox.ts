import { Duration } from 'aws-cdk-lib';
import { Match, Rule } from 'aws-cdk-lib/aws-events';
import type { EventPattern, IEventBus } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { createAlarm } from './alarm.ts';
import { DeadLetters } from './dead-letters.ts';
import type { LambdaFunction } from './lambda-function.ts';

interface InboxProps {
  alarms: ITopic;
  bus: IEventBus;
  consumer: LambdaFunction;
  name: string;
  /** Messages that one run is given: 10 unless each is much work. */
  batchSize?: number;
  /** When a message is seen again whose run has died: after six times the time-out, unless a run may take a quarter of an hour. */
  seenAgainAfter?: Duration;
  /** Batches in hand at once: 10 unless given, 2 at least. */
  maxConcurrency?: number;
  /** Where a consumer has several inboxes: what tells this one from the first. */
  beside?: string;
}

/** Which facts an inbox takes: their types, and perhaps not those of one set, or those of one set alone, or of some kind. */
export interface Wanted {
  types: string[];
  notFrom?: string;
  onlyFrom?: string;
  /** Which values a field of their data has. */
  where?: Record<string, string[]>;
  /** A field of their data that is there. */
  naming?: string;
}

/** A service's SQS inbox with its rule on the bus, its dead letters, their alarm and the consumer's mapping. */
export class Inbox extends Construct {
  readonly queue: Queue;
  readonly #props: InboxProps;
  readonly #deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: InboxProps) {
    super(scope, id);
    this.#props = props;
    this.#deadLetters = new DeadLetters(this, 'DeadLetters', {
      alarms: props.alarms,
      holds: `facts that ${props.name} could not apply`,
    });

    // Six times the consumer's time-out, so a message is not seen again while it is still being worked on.
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: props.seenAgainAfter ?? Duration.seconds(6 * props.consumer.timeoutSeconds),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.#deadLetters.queue, maxReceiveCount: 5 },
    });
    this.#feed();
    createAlarm(this, 'Age', {
      alarms: props.alarms,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: Duration.minutes(15).toSeconds(),
      description: `${props.name} applies facts more than 15 minutes late: its consumer is throttled or switched off`,
      runbook: 'late-facts',
    });
  }

  /** Adds a rule that brings these facts from the set's bus. */
  takes(id: string, { types, notFrom, onlyFrom, where, naming }: Wanted): void {
    const eventPattern: EventPattern = {
      detailType: types,
      ...(notFrom && { detail: { district: Match.anythingBut(notFrom) } }),
      ...(naming && { detail: { data: { [naming]: Match.exists() } } }),
      ...(onlyFrom && { detail: { district: [onlyFrom], ...(where && { data: where }) } }),
    };
    const rule = new Rule(this, id, { eventBus: this.#props.bus, eventPattern });
    rule.addTarget(new SqsQueue(this.queue, { deadLetterQueue: this.#deadLetters.queue }));
  }

  /** Adds a rule that brings the notices of files that come into a bucket under this prefix. S3 sends them to the account's own bus. */
  takesFiles(id: string, bucket: IBucket, prefix: string): void {
    const eventPattern: EventPattern = {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix }] } },
    };
    const rule = new Rule(this, id, { eventPattern });
    rule.addTarget(new SqsQueue(this.queue, { deadLetterQueue: this.#deadLetters.queue }));
  }

  #feed(): void {
    const { consumer, batchSize = 10, maxConcurrency = 10, beside = '' } = this.#props;
    consumer.may(
      ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
      [this.queue.queueArn],
    );
    consumer.function.addEventSourceMapping(`Mapping${beside}`, {
      eventSourceArn: this.queue.queueArn,
      batchSize,
      // A flood of facts must not take the account's concurrency from the people who wait for `api`.
      maxConcurrency,
      reportBatchItemFailures: true,
    });
  }
}
