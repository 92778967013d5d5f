import { createHash } from 'node:crypto';
import { familyOf, headBytes, sniff } from '../../domain/content/sniff.ts';
import type { Declared } from '../../domain/material/material.ts';
import type { Refusal } from '../../domain/material/state.ts';
import type { Files, Seen } from '../../files.ts';

/** Looks at a file that has come in: why it is not taken, or undefined where it is what its owner said. */
export async function inspect(
  seen: Seen & { size: number },
  declared: Declared,
  files: Pick<Files, 'pieces'>,
): Promise<Refusal | undefined> {
  if (seen.size !== declared.size) return 'wrong-size';
  const { head, sha256 } = await readThrough(files.pieces(seen));
  if (sha256 !== declared.sha256) return 'wrong-hash';
  const family = sniff(head);
  if (!family) return 'not-allowed';
  return family === familyOf[declared.mediaType] ? undefined : 'wrong-type';
}

/** Reads a file once, however large it is, in the memory of one piece. */
async function readThrough(pieces: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; sha256: string }> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  for await (const piece of pieces) {
    hash.update(piece);
    if (head.length < headBytes) head = Buffer.concat([head, piece.subarray(0, headBytes - head.length)]);
  }
  return { head, sha256: hash.digest('hex') };
}
