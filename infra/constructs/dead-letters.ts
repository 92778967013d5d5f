import { Duration, Validations } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { createAlarm } from './alarm.ts';

/** A queue for what could not be done: kept 14 days, one message raises an alarm. */
export class DeadLetters extends Construct {
  readonly queue: Queue;
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: { alarms: ITopic; holds: string }) {
    super(scope, id);

    // Messages carry ids only, so the queue's own encryption does and no producer needs the key.
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself the dead-letter queue of an inbox, of rules or of a stream mapping.',
    });
    this.alarm = createAlarm(this, 'Alarm', {
      alarms: props.alarms,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: 1,
      description: `Dead letters: ${props.holds}`,
      runbook: 'dead-letters',
    });
  }
}
