import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Bucket } from '#shared/bucket';
import { once } from '#shared/once';

/** Content as a fact names it: where it stands in the hand-over bucket, and the SHA-256 of what stands there, hexadecimal. */
export interface Handed {
  ref: string;
  sha256: string;
}

/** The variables of a function that hands over or takes over. */
export const handOverEnv = once(() => z.object({ HAND_OVER_BUCKET: z.string().min(1) }));

/** What was handed over, by its place; the bucket is opened with the first fact that names something. */
export function handOverReader(env: NodeJS.ProcessEnv): () => Promise<Pick<Bucket, 'get'>> {
  return once(async () => {
    const { openBucket } = await import('#shared/bucket');
    return openBucket(handOverEnv().parse(env).HAND_OVER_BUCKET);
  });
}

/** Reads what a fact names, as JSON. Throws where it is not there, or is not what the fact names. */
export async function takeOver({ ref, sha256 }: Handed, bucket: Pick<Bucket, 'get'>): Promise<unknown> {
  const bytes = await bucket.get(ref);
  if (hashOf(bytes) !== sha256) throw new Error('what was handed over is not what its fact names');
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}

/** Puts a piece below a place that begins with the type of its fact and the set that hands over or takes over. */
export async function handOver(piece: unknown, place: string, bucket: Pick<Bucket, 'put'>): Promise<Handed> {
  const bytes = Buffer.from(JSON.stringify(piece));
  const sha256 = hashOf(bytes);
  const ref = `${place}/${sha256}.json`;
  await bucket.put(ref, { bytes, contentType: 'application/json', fileName: 'handed-over.json' });
  return { ref, sha256 };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
