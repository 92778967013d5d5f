import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ChannelSilent } from './channel.ts';

type Bytes = AsyncIterable<Uint8Array>;

/** The bytes of a gzip as they come; at their end `ChannelSilent` unless what they unpack to has this SHA-1 (hexadecimal). */
export async function* withSha1(bytes: Bytes, sha1: string): AsyncGenerator<Uint8Array> {
  const [gunzip, hash] = [createGunzip(), createHash('sha1')];
  const hashed = pipeline(gunzip, async (text: Bytes) => {
    for await (const piece of text) hash.update(piece);
  });
  // It is waited for at the end; until then its failure must not be nobody's.
  hashed.catch(() => {});
  try {
    for await (const piece of bytes) {
      if (!gunzip.write(piece)) await once(gunzip, 'drain');
      yield piece;
    }
    gunzip.end();
    await hashed;
  } catch (error) {
    throw new ChannelSilent('broken', { cause: error });
  } finally {
    gunzip.destroy();
  }
  if (hash.digest('hex') !== sha1.toLowerCase()) throw new ChannelSilent('another hash');
}

const [directoryEnd, longestEnd] = [Buffer.from('PK\u0005\u0006'), 66_000];

/** The bytes of a zip as they come; at their end `ChannelSilent` unless the directory that stands there ends with them. */
export async function* withEnd(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let last: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    last = Buffer.concat([last, piece]).subarray(-longestEnd);
    yield piece;
  }
  const at = last.lastIndexOf(directoryEnd);
  // 22 bytes, and a remark whose length is in the last two of them.
  const isWhole = at >= 0 && last.length >= at + 22 && last.length === at + 22 + last.readUInt16LE(at + 20);
  if (!isWhole) throw new ChannelSilent('cut off');
}
