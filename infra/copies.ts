import { Construct } from 'constructs';
import { CopyDueV1 } from '#events/materials/copy-due.v1';
import { Inbox } from './constructs/inbox.ts';
import type { MaterialBucket } from './constructs/material-bucket.ts';
import type { Service } from './constructs/service.ts';
import type { Platform } from './platform.ts';

interface CopyProps {
  platform: Platform;
  service: Service;
  bucket: MaterialBucket;
}

/** 水印副本: a function of its own writes upon copies of PDF, fed by a queue of its own. */
export function makeCopies(scope: Construct, { platform, service, bucket }: CopyProps): void {
  const place = new Construct(scope, 'Copies');
  const { alarms, bus, set } = platform;
  // A file of 50 MB is there three times: as it was, as it is read, and as it is written.
  const size = { service: 'materials', name: 'stamp', memoryMb: 2048, timeoutSeconds: 60 };
  const stamp = platform.createFunction(place, 'Function', size);
  service.grantRecords(stamp);
  bucket.grantReading(stamp);
  bucket.grantSending(stamp);
  const inbox = new Inbox(place, 'Inbox', { alarms, bus, consumer: stamp, name: 'the maker of copies', batchSize: 1 });
  inbox.takes('Due', { types: [CopyDueV1.type], onlyFrom: set.key });
}
