import { Construct } from 'constructs';
import { ArchiveDueV1 } from '#events/intake/archive-due.v1';
import type { DocumentBucket } from './constructs/document-bucket.ts';
import { Inbox } from './constructs/inbox.ts';
import type { Service } from './constructs/service.ts';
import type { Platform } from './platform.ts';

interface ArchiveProps {
  platform: Platform;
  service: Service;
  papers: DocumentBucket;
}

/** 归档: a function of its own packs closed cases, fed by a queue of its own; packages stand with the papers they hold. */
export function archiveCases(scope: Construct, { platform, service, papers }: ArchiveProps): void {
  const place = new Construct(scope, 'Archive');
  const { alarms, bus, set } = platform;
  const size = { service: 'intake', name: 'archive', memoryMb: 512, timeoutSeconds: 30 };
  const packer = platform.createFunction(place, 'Function', size);
  service.grantRecords(packer);
  papers.grantRead(packer);
  papers.grantWrite(packer);
  const inbox = new Inbox(place, 'Inbox', { alarms, bus, consumer: packer, name: 'the archive' });
  inbox.takes('Due', { types: [ArchiveDueV1.type], onlyFrom: set.key });
}
