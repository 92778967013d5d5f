import { CfnParameter } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { PrefillDueV1 } from '#events/intake/prefill-due.v1';
import { PrefillKnownV1 } from '#events/materials/prefill-known.v1';
import { SharedDataDueV1 } from '#events/materials/shared-data-due.v1';
import { Inbox } from './constructs/inbox.ts';
import { createSecret, grantSecret } from './constructs/kept-secret.ts';
import type { Service } from './constructs/service.ts';
import type { Platform } from './platform.ts';

/** 数据共享: a function of its own asks the registers of other offices, fed by a queue of its own, so that a slow one delays nothing else. */
export function fetchSharedData(
  scope: Construct,
  { platform, service }: { platform: Platform; service: Service },
): void {
  const place = new Construct(scope, 'Sharing');
  const { alarms, bus, key, set } = platform;
  const size = { service: 'materials', name: 'fetch', memoryMb: 512, timeoutSeconds: 30 };
  const fetcher = platform.createFunction(place, 'Function', size);
  service.grantRecords(fetcher);
  const secret = createSecret(place, 'Key', {
    description: 'Key by which requests to the exchange of shared data are signed',
    key,
    notRotated: 'It is agreed with whoever runs the exchange, and is renewed together with him (docs/runbook.md).',
  });
  grantSecret(fetcher, 'SHARING_KEY_SECRET_ARN', secret);
  const description = 'The exchange of shared data: https://host/path, without a slash at its end';
  fetcher.knows(
    'SHARING_ADDRESS',
    new CfnParameter(scope, 'SharingAddress', { description, default: '' }).valueAsString,
  );
  const inbox = new Inbox(place, 'Inbox', { alarms, bus, consumer: fetcher, name: 'the fetcher of shared data' });
  inbox.takes('Due', { types: [SharedDataDueV1.type], onlyFrom: set.key });
  // Forms are begun in every set; what is known for them goes back to that one.
  inbox.takes('Forms', { types: [PrefillDueV1.type] });
  platform.grantHandingOut(fetcher, PrefillKnownV1);
}
