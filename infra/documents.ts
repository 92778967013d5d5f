import { Construct } from 'constructs';
import { DocumentDueV1 } from '#events/intake/document-due.v1';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { LicenceDecidedV1 } from '#events/intake/licence-decided.v1';
import type { DocumentBucket } from './constructs/document-bucket.ts';
import type { Service } from './constructs/service.ts';
import { handOverLicences } from './licence-papers.ts';
import { createPaperMaker } from './paper-maker.ts';
import { handOverPayerNames } from './payer-names.ts';
import type { Platform } from './platform.ts';

/** 文书: a function of its own draws and seals what acts must be put in writing, fed by a queue of its own. */
export function makeDocuments(
  scope: Construct,
  { platform, service }: { platform: Platform; service: Service },
): DocumentBucket {
  const place = new Construct(scope, 'Documents');
  const of = { service: 'intake', name: 'documents' };
  const { maker, bucket, inbox } = createPaperMaker(place, { platform, service, of, sealsOf: 'offices' });
  handOverLicences(scope, { platform, maker });
  handOverPayerNames(platform, maker);

  // Districts' facts reach the city's bus as well: each set makes its own documents.
  const types = [DocumentDueV1.type, LicenceDecidedV1.type, FeeAssessedV1.type];
  inbox.takes('Due', { types, onlyFrom: platform.set.key });
  return bucket;
}
