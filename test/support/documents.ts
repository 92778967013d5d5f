import { DocumentDueV1 } from '#events/intake/document-due.v1';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { LicenceDecidedV1 } from '#events/intake/licence-decided.v1';
import { on, queueHandler } from '#shared/queue';
import type { Table } from '#shared/table';
import type { DocumentDeps } from '../../services/intake/deps.ts';
import { makeDocuments } from '../../services/intake/functions/document/make-documents.ts';
import { makeLicence } from '../../services/intake/functions/document/make-licence.ts';
import { namePayer } from '../../services/intake/functions/document/name-payer.ts';
import { officeSigners } from '#shared/seal/office-signers';
import { documentMaking } from '../../services/intake/stores/document-making.ts';
import { licencePapers } from '../../services/intake/stores/licence-papers.ts';
import { payerNames } from '../../services/intake/stores/payer-names.ts';
import { sealStore } from '#shared/seal/seal-store';
import { fakeBucket } from './bucket.ts';
import type { IntakeWorld } from './intake.ts';
import { font } from './seals.ts';
import { sqsEvent } from './sqs-event.ts';

let verifications = 0;

/** The maker of documents over the records of a world. */
export function makerOver({ deps }: IntakeWorld, rest: Partial<DocumentDeps> = {}) {
  const [bucket, handOver] = [fakeBucket(), fakeBucket()];
  const place = { zh: '鼓楼区', en: 'Gulou' };
  const making: DocumentDeps = {
    ...deps,
    place,
    documents: documentMaking(deps.table),
    licencePapers: licencePapers(deps.table, deps.publisher),
    payers: payerNames(deps.table, deps.publisher),
    cityBase: 'https://api.example.gov.cn/fuzhou/v1',
    bucket,
    handOver,
    signerFor: officeSigners({
      secret: async () => 'a secret of the tests',
      seals: sealStore(deps.table),
      place: place.zh,
      now: deps.now,
    }),
    newVerification: () => `GULOU-TEST-TEST-${String((verifications += 1)).padStart(4, '0')}`,
    font: async () => font,
    ...rest,
  };
  const takers = [
    on(DocumentDueV1, 'intake.make-documents', makeDocuments),
    on(LicenceDecidedV1, 'intake.make-licence', makeLicence),
    on(FeeAssessedV1, 'intake.name-payer', namePayer),
  ];
  return { making, bucket, handOver, take: queueHandler(takers, making) };
}

/** Brings every fact that waits to the maker, as its queue does; gives what failed. */
export async function deliverPapers(world: IntakeWorld, { take }: Pick<ReturnType<typeof makerOver>, 'take'>) {
  const papers = await world.papers();
  return (await take(sqsEvent(...papers))).batchItemFailures;
}

/** What the maker records of a receipt, without drawing one. */
export async function recordReceipt(table: Table, caseId: string): Promise<void> {
  const making = documentMaking(table);
  const label = { zh: '收件凭证', en: 'Receipt' };
  const wanted = { kind: 'receipt', version: 2 } as const;
  const { reserved } = await making.reserve(caseId, wanted, async () => ({ verification: 'GULOU-AAAA-AAAA-AAAA' }));
  const at = new Date('2026-08-03T01:00:00Z');
  const known = { title: label, office: label, day: '2026-08-03', sealedAt: at, sha256: 'hash', bytes: 1 };
  const sealed = { ...reserved, ...known, caseId, ref: `cases/${caseId}/2-receipt/hash.pdf`, certificate: 'hash' };
  const actor = { sub: 'service:intake', kind: 'service', partyId: 'none' } as const;
  await making.made([sealed], { at, actor, office: 'gulou/intake', correlationId: 'chain', causationId: 'fact' });
}
