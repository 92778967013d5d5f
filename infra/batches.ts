import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { BatchChangedV1 } from '#events/notifications/batch-changed.v1';
import { BatchBucket } from './constructs/batch-bucket.ts';
import { Inbox } from './constructs/inbox.ts';
import type { Service } from './constructs/service.ts';
import type { Platform } from './platform.ts';

/** What there is to do for a batch: the others wait for people. */
const states = ['checking', 'to-approve', 'invalid', 'scheduled', 'sending', 'done', 'cancelled', 'lapsed', 'stopped'];

/** 批量: a function of its own reads files of a hundred thousand rows and tells them, two batches at a time, a minute each. */
export function runBatches(stack: Construct, { platform, service }: { platform: Platform; service: Service }): void {
  const place = new Construct(stack, 'Batches');
  const bucket = new BatchBucket(place, 'Files', platform.key);
  const runner = platform.createFunction(place, 'Function', {
    service: 'notifications',
    name: 'batches',
    memoryMb: 512,
    timeoutSeconds: 300,
  });
  service.grantRecords(runner);
  // Documents in a file become ids of parties, here and where they come with a request.
  platform.grantPartyKey(runner);
  for (const one of [runner, service.api]) {
    bucket.grantRead(one);
    bucket.grantWrite(one);
  }
  bucket.grantRemove(runner);
  const { alarms, bus, set } = platform;
  const inbox = new Inbox(place, 'Inbox', {
    alarms,
    bus,
    consumer: runner,
    name: 'the run of batches',
    batchSize: 1,
    maxConcurrency: 2,
    // A run that was killed goes on where it was.
    seenAgainAfter: Duration.seconds(runner.timeoutSeconds + 60),
  });
  inbox.takes('Changed', { types: [BatchChangedV1.type], onlyFrom: set.key, where: { state: states } });
}
