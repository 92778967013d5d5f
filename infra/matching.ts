import { Duration, type Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import type { Merchants } from './channels.ts';
import { Inbox } from './constructs/inbox.ts';
import type { Service } from './constructs/service.ts';
import type { StatementBucket } from './constructs/statement-bucket.ts';
import type { Platform } from './platform.ts';

interface Means {
  platform: Platform;
  service: Service;
  bucket: StatementBucket;
  merchants: Merchants;
}

/** 对账: a function of its own reads statements and matches them, one at a time, in memory that does not grow with the file. */
export function matchStatements(stack: Stack, { platform, service, bucket, merchants }: Means): void {
  const place = new Construct(stack, 'Matching');
  const timeoutSeconds = Duration.minutes(15).toSeconds();
  const matcher = platform.createFunction(place, 'Function', {
    service: 'payments',
    name: 'statements',
    memoryMb: 512,
    timeoutSeconds,
  });
  service.grantRecords(matcher);
  bucket.grantRead(matcher);
  bucket.grantWrite(matcher);
  for (const [name, numbers] of Object.entries(merchants)) matcher.knows(name, numbers);
  const { alarms, bus } = platform;
  // A run that was killed goes on where it was: finance closes the day before lunch, and does not wait for an hour and a half.
  const seenAgainAfter = Duration.seconds(timeoutSeconds + 60);
  const means = { alarms, bus, consumer: matcher, name: 'the run of statements', batchSize: 1, seenAgainAfter };
  const inbox = new Inbox(place, 'Inbox', means);
  inbox.takes('Statements', { types: [ReconciliationChangedV1.type], onlyFrom: platform.set.key });
}
