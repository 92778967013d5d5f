import { Duration, type Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { PeriodChangedV1 } from '#events/payments/period-changed.v1';
import { Inbox } from './constructs/inbox.ts';
import type { Service } from './constructs/service.ts';
import type { Platform } from './platform.ts';

/** 结账: a function of its own reads all that was written on a day, proves it and seals it, fed by a queue of its own. */
export function closeBooks(stack: Stack, { platform, service }: { platform: Platform; service: Service }): void {
  const place = new Construct(stack, 'Closing');
  const { alarms, bus, set } = platform;
  // A day of a million entries is read page by page; that takes minutes, and little memory.
  const size = { memoryMb: 1024, timeoutSeconds: 900 };
  const closer = platform.createFunction(place, 'Function', { service: 'payments', name: 'closing', ...size });
  service.grantRecords(closer);
  const inbox = new Inbox(place, 'Inbox', { alarms, bus, consumer: closer, name: 'the close', batchSize: 1 });
  const every = Duration.minutes(15);
  service.every(every, 'watch-close');
  service.watches('DaysUnclosed', {
    every,
    description: 'a day of the books is not closed by noon of the next',
    runbook: 'unclosed-days',
  });
  inbox.takes('Agreed', { types: [PeriodChangedV1.type], onlyFrom: set.key });
}
