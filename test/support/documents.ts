import { DocumentDueV1 } from '#events/intake/document-due.v1';
import type { Bucket, File } from '#shared/bucket';
import { on, queueHandler } from '#shared/queue';
import type { DocumentDeps } from '../../services/intake/deps.ts';
import { makeDocuments } from '../../services/intake/functions/document/make-documents.ts';
import { officeSigners } from '../../services/intake/seal/office-signers.ts';
import { documentMaking } from '../../services/intake/stores/document-making.ts';
import { sealStore } from '../../services/intake/stores/seals.ts';
import type { IntakeWorld } from './intake.ts';
import { font } from './seals.ts';
import { sqsEvent } from './sqs-event.ts';

/** A bucket in memory; its addresses are read by nobody. */
export function fakeBucket(): Bucket & { files: Map<string, File> } {
  const files = new Map<string, File>();
  return {
    files,
    async put(key, file) {
      files.set(key, file);
    },
    readAddress: async (key, seconds) => `https://bucket.test/${key}?seconds=${seconds}`,
  };
}

let verifications = 0;

/** The maker of documents over the records of a world. */
export function makerOver({ deps }: IntakeWorld, rest: Partial<DocumentDeps> = {}) {
  const bucket = fakeBucket();
  const place = { zh: '鼓楼区', en: 'Gulou' };
  const making: DocumentDeps = {
    ...deps,
    place,
    documents: documentMaking(deps.table),
    bucket,
    signerFor: officeSigners({
      secret: async () => 'a secret of the tests',
      seals: sealStore(deps.table),
      place: place.zh,
      now: deps.now,
    }),
    newVerification: () => `TEST-TEST-${String((verifications += 1)).padStart(4, '0')}`,
    font: async () => font,
    ...rest,
  };
  return { making, bucket, take: queueHandler([on(DocumentDueV1, 'intake.make-documents', makeDocuments)], making) };
}

/** Brings every fact that waits to the maker, as its queue does; gives what failed. */
export async function deliverPapers(world: IntakeWorld, { take }: Pick<ReturnType<typeof makerOver>, 'take'>) {
  const papers = await world.papers();
  return (await take(sqsEvent(...papers))).batchItemFailures;
}
