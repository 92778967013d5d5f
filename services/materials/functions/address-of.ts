import type { MaterialsDeps } from '../deps.ts';

/** A file that is at hand, and what a browser is told of it. */
export interface Readable {
  objectKey: string;
  name: string;
  mediaType: string;
}

const readSeconds = 60;

/** An address at which a file can be read for a minute, straight from the bucket; whoever asks has been asked who he is. */
export async function addressOf(
  { objectKey, name, mediaType }: Readable,
  at: Date,
  { files }: Pick<MaterialsDeps, 'files'>,
): Promise<{ url: string; expiresAt: string }> {
  const url = await (await files()).readAddress(objectKey, { name, mediaType }, readSeconds);
  return { url, expiresAt: new Date(at.getTime() + readSeconds * 1000).toISOString() };
}
