import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Running checksums of a body; each result is base64. */
export interface Digests {
  update(piece: Buffer): void;
  results(): Record<string, string>;
}

/** The checksums that S3 knows under `x-amz-checksum-<name>` and that are verified here. */
export const checksumNames = ['crc32', 'sha1', 'sha256'];

/** Starts the named checksums: `md5`, `sha1`, `sha256`, `crc32`. */
export function startDigests(names: ReadonlySet<string>): Digests {
  const hashes = [...names].filter((name) => name !== 'crc32').map((name) => ({ name, hash: createHash(name) }));
  let crc = 0;

  return {
    update(piece) {
      for (const { hash } of hashes) hash.update(piece);
      if (names.has('crc32')) crc = crc32(piece, crc);
    },
    results() {
      const crcBytes = Buffer.alloc(4);
      crcBytes.writeUInt32BE(crc);
      const entries = hashes.map(({ name, hash }) => [name, hash.digest('base64')]);
      return { ...Object.fromEntries(entries), crc32: crcBytes.toString('base64') };
    },
  };
}
