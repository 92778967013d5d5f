import { DocumentDueV1 } from '#events/intake/document-due.v1';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { LicenceDecidedV1 } from '#events/intake/licence-decided.v1';
import { openBucket } from '#shared/bucket';
import { on, queueHandler } from '#shared/queue';
import { secretReader } from '#shared/secret';
import { documentDeps } from './deps.ts';
import { makeDocuments } from './functions/document/make-documents.ts';
import { makeLicence } from './functions/document/make-licence.ts';
import { namePayer } from './functions/document/name-payer.ts';
import { officeSigners } from '#shared/seal/office-signers';

export const handler = queueHandler(
  [
    on(DocumentDueV1, 'intake.make-documents', makeDocuments),
    on(LicenceDecidedV1, 'intake.make-licence', makeLicence),
    on(FeeAssessedV1, 'intake.name-payer', namePayer),
  ],
  documentDeps({ openBucket, secretReader, officeSigners }),
);
