import { Duration } from 'aws-cdk-lib';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { createAlarm } from './alarm.ts';
import { DeadLetters } from './dead-letters.ts';
import type { LambdaFunction } from './lambda-function.ts';
import type { ServiceTable } from './service-table.ts';

interface OutboxProps {
  alarms: ITopic;
  bus: IEventBus;
  table: ServiceTable;
  name: string;
}

/** Feeds the outbox rows of a table's stream to `publish`, which alone may put events on the set's bus. */
export function publishOutbox(publisher: LambdaFunction, { alarms, bus, table, name }: OutboxProps): void {
  publisher.may(['events:PutEvents'], [bus.eventBusArn]);
  publisher.knows('BUS_NAME', bus.eventBusName);
  table.grantStream(publisher);
  table.grantReplay(publisher);

  const failures = new DeadLetters(publisher, 'Failures', { alarms, holds: `facts that ${name} could not publish` });
  publisher.function.addEventSourceMapping('Mapping', {
    eventSourceArn: table.streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    // A stream keeps its records for 24 h: give up while the failed ones can still be read.
    maxRecordAge: Duration.hours(20),
    onFailure: new SqsDlq(failures.queue),
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('OUT#') } } },
      }),
    ],
  });
  createAlarm(publisher, 'Age', {
    alarms,
    metric: publisher.function.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
    threshold: Duration.minutes(10).toMilliseconds(),
    description: `${name} publishes its facts more than 10 minutes late`,
    runbook: 'late-facts',
  });
}
