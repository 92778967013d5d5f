import { PrefillDueV1 } from '#events/intake/prefill-due.v1';
import { CopyDueV1 } from '#events/materials/copy-due.v1';
import { SharedDataDueV1 } from '#events/materials/shared-data-due.v1';
import type { Envelope } from '#events/event';
import { on, queueHandler } from '#shared/queue';
import type { Answer, Inquiry } from '../../services/materials/exchange/exchange.ts';
import { fillForm } from '../../services/materials/functions/sharing/fill-form.ts';
import { fetchShared } from '../../services/materials/functions/sharing/fetch-shared.ts';
import { checkUpload } from '../../services/materials/functions/check/check-upload.ts';
import type { MaterialsDeps } from '../../services/materials/deps.ts';
import { quarantineKey } from '../../services/materials/domain/material/place.ts';
import { makeCopy } from '../../services/materials/functions/copy/make-copy.ts';
import { materialsParts } from '../../services/materials/parts.ts';
import { copyStore } from '../../services/materials/stores/copies.ts';
import { subscriptions } from '../../services/materials/subscriptions.ts';
import { font } from './seals.ts';
import { sqsEvent } from './sqs-event.ts';
import { fakeBucket } from './bucket.ts';
import { fakeFiles, fakeScan } from './files.ts';

type Base = Omit<MaterialsDeps, keyof ReturnType<typeof materialsParts> | 'files' | 'handedOver'>;

/** Materials as it is deployed, but for its table, its bucket, its clock and its log. */
export function materialsOver(base: Base) {
  const [files, handOver, handedOut] = [fakeFiles(), fakeBucket(), fakeBucket()];
  const parts = materialsParts(base);
  const deps: MaterialsDeps = { ...base, ...parts, files: async () => files, handedOver: async () => handOver };
  const check = checkUpload({ ...base, ...parts, files, scan: fakeScan });
  const consume = queueHandler(subscriptions, deps);
  const copying = { ...base, copies: copyStore(base.table), files, font: async () => font };
  const stamp = queueHandler([on(CopyDueV1, 'materials.make-copy', makeCopy)], copying);
  const registers = fakeRegisters();
  const takes = [
    on(SharedDataDueV1, 'materials.fetch-shared', fetchShared),
    on(PrefillDueV1, 'materials.fill-form', fillForm),
  ];
  const fetching = queueHandler(takes, {
    ...deps,
    handOver: handedOut,
    ask: (resource, inquiry) => registers.ask(resource, inquiry),
  });
  return {
    deps,
    files,
    /** What other sets have handed over to the city. */
    handOver,
    /** What the city hands over to sets. */
    handedOut,
    registers,
    /** What is to be fetched is asked for: each fact is taken. */
    async fetch(...facts: readonly Envelope[]): Promise<void> {
      const { batchItemFailures } = await fetching(sqsEvent(...facts));
      if (batchItemFailures.length > 0) throw new Error('a fact was not taken');
    },
    /** Facts that come to its queue; each is taken. */
    async hear(...facts: readonly Envelope[]): Promise<void> {
      const { batchItemFailures } = await consume(sqsEvent(...facts));
      if (batchItemFailures.length > 0) throw new Error('a fact was not taken');
    },
    /** Facts that come to the queue of the maker of copies; how many it could not take. */
    stamp: async (...facts: readonly Envelope[]): Promise<number> =>
      (await stamp(sqsEvent(...facts))).batchItemFailures.length,
    /** The file of a version comes into the bucket, and the bucket tells of it. */
    async receive(id: string, n: number, bytes: Uint8Array): Promise<void> {
      const key = quarantineKey(id, n);
      const { etag } = files.send(key, bytes);
      await check({ key, etag, size: bytes.length });
    },
  };
}

/** Registers that answer as a test says, by resource; they know nobody unless it does. */
function fakeRegisters() {
  const answers = new Map<string, Answer>();
  const asked: Inquiry[] = [];
  return {
    answers,
    /** Each inquiry, in order. */
    asked,
    async ask(resource: string, inquiry: Inquiry): Promise<Answer> {
      asked.push(inquiry);
      return answers.get(resource) ?? { outcome: 'miss' };
    },
  };
}
