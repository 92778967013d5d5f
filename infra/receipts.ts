import { CfnParameter, Duration, type Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ReceiptChangedV1 } from '#events/payments/receipt-changed.v1';
import { asciiJson } from './constructs/ascii-json.ts';
import { DocumentBucket } from './constructs/document-bucket.ts';
import { Inbox } from './constructs/inbox.ts';
import { createSecret, grantSecret } from './constructs/kept-secret.ts';
import type { Service } from './constructs/service.ts';
import type { Platform } from './platform.ts';

/** 财政电子票据: the clock makes those that wait, and a function of its own draws and seals them, fed by a queue of its own. */
export function issueReceipts(stack: Stack, { platform, service }: { platform: Platform; service: Service }): void {
  const every = Duration.minutes(1);
  service.every(every, 'issue-receipts');
  service.watches('ReceiptNumbersShort', {
    every,
    description: 'a tenth or less of the receipt numbers of this year is left, or receipts wait for one',
    runbook: 'receipt-numbers',
  });

  const place = new Construct(stack, 'Receipts');
  const { alarms, bus, key, set } = platform;
  const size = { service: 'payments', name: 'receipts', memoryMb: 1024, timeoutSeconds: 30 };
  const maker = platform.createFunction(place, 'Function', size);
  service.grantRecords(maker);
  const papers = new DocumentBucket(place, 'Papers', key);
  papers.grantWrite(maker);
  papers.grantRead(service.api);
  const seals = createSecret(place, 'Seals', {
    description: 'Keys of the electronic seals of the payees',
    key,
    notRotated:
      'A seal is renewed when its certificate runs out or its key is lost, by people who then tell whom it concerns.',
  });
  grantSecret(maker, 'SEAL_SECRET_ARN', seals);
  maker.knows('SET_NAME', asciiJson({ zh: set.name, en: set.nameEn }));
  const description = 'Base of the city, up to /v1: the codes on receipts lead there';
  maker.knows('CITY_BASE', new CfnParameter(stack, 'CityBase', { description }).valueAsString);
  const inbox = new Inbox(place, 'Inbox', { alarms, bus, consumer: maker, name: 'the maker of receipts' });
  inbox.takes('Issued', { types: [ReceiptChangedV1.type], onlyFrom: set.key });
}
