import { Construct } from 'constructs';
import { DocumentDueV1 } from '#events/intake/document-due.v1';
import { LicenceDecidedV1 } from '#events/intake/licence-decided.v1';
import { asciiJson } from './constructs/ascii-json.ts';
import { DocumentBucket } from './constructs/document-bucket.ts';
import { Inbox } from './constructs/inbox.ts';
import { createSecret, grantSecret } from './constructs/kept-secret.ts';
import type { Service } from './constructs/service.ts';
import { handOverLicences } from './licence-papers.ts';
import type { Platform } from './platform.ts';

/** 文书: a function of its own draws and seals what acts must be put in writing, fed by a queue of its own. */
export function makeDocuments(
  scope: Construct,
  { platform, service }: { platform: Platform; service: Service },
): DocumentBucket {
  const place = new Construct(scope, 'Documents');
  const { alarms, bus, key, set } = platform;
  const size = { service: 'intake', name: 'documents', memoryMb: 1024, timeoutSeconds: 30 };
  const maker = platform.createFunction(place, 'Function', size);
  service.grantRecords(maker);
  const bucket = new DocumentBucket(place, 'Papers', key);
  bucket.grantWrite(maker);
  bucket.grantRead(service.api);
  // Keys and certificates of a certification service take its place as a new value (docs/runbook.md).
  const seals = createSecret(place, 'Seals', {
    description: 'Keys of the electronic seals of the offices',
    key,
    notRotated:
      'A seal is renewed when its certificate runs out or its key is lost, by people who then tell whom it concerns.',
  });
  grantSecret(maker, 'SEAL_SECRET_ARN', seals);
  maker.knows('SET_NAME', asciiJson({ zh: set.name, en: set.nameEn }));
  handOverLicences(scope, { platform, maker });

  // Districts' facts reach the city's bus as well: each set makes its own documents.
  const inbox = new Inbox(place, 'Inbox', { alarms, bus, consumer: maker, name: 'the maker of documents' });
  inbox.takes('Due', { types: [DocumentDueV1.type, LicenceDecidedV1.type], onlyFrom: set.key });
  return bucket;
}
