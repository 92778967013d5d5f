import type { Envelope } from '#events/event';
import { queueHandler } from '#shared/queue';
import { checkUpload } from '../../services/materials/functions/check/check-upload.ts';
import type { MaterialsDeps } from '../../services/materials/deps.ts';
import { quarantineKey } from '../../services/materials/domain/material/place.ts';
import { materialsParts } from '../../services/materials/parts.ts';
import { subscriptions } from '../../services/materials/subscriptions.ts';
import { sqsEvent } from './sqs-event.ts';
import { fakeBucket } from './bucket.ts';
import { fakeFiles, fakeScan } from './files.ts';

type Base = Omit<MaterialsDeps, keyof ReturnType<typeof materialsParts> | 'files' | 'handedOver'>;

/** Materials as it is deployed, but for its table, its bucket, its clock and its log. */
export function materialsOver(base: Base) {
  const [files, handOver] = [fakeFiles(), fakeBucket()];
  const parts = materialsParts(base);
  const deps: MaterialsDeps = { ...base, ...parts, files: async () => files, handedOver: async () => handOver };
  const check = checkUpload({ ...base, ...parts, files, scan: fakeScan });
  const consume = queueHandler(subscriptions, deps);
  return {
    deps,
    files,
    /** What other sets have handed over to the city. */
    handOver,
    /** Facts that come to its queue; each is taken. */
    async hear(...facts: readonly Envelope[]): Promise<void> {
      const { batchItemFailures } = await consume(sqsEvent(...facts));
      if (batchItemFailures.length > 0) throw new Error('a fact was not taken');
    },
    /** The file of a version comes into the bucket, and the bucket tells of it. */
    async receive(id: string, n: number, bytes: Uint8Array): Promise<void> {
      const key = quarantineKey(id, n);
      const { etag } = files.send(key, bytes);
      await check({ key, etag, size: bytes.length });
    },
  };
}
