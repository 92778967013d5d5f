import { createHash } from 'node:crypto';
import { crossReferenceIn, pdfCrossBytes, pdfFault, pdfTailBytes } from '../../domain/content/pdf.ts';
import { isWholePicture, pictureTailBytes } from '../../domain/content/picture.ts';
import { familyOf, headBytes, sniff, type Family } from '../../domain/content/sniff.ts';
import type { Declared } from '../../domain/material/material.ts';
import type { Refusal } from '../../domain/material/state.ts';
import type { Files, Seen } from '../../files.ts';
import type { Scan } from '../../scanner/scan.ts';
import { inspectZip } from './inspect-zip.ts';

type Looked = Seen & { size: number };

/** What looking at a file needs: its bytes, and somebody who knows what does harm. */
export interface Inspector {
  files: Pick<Files, 'pieces' | 'range'>;
  scan: Scan;
}

/** Looks at a file that has come in: why it is not taken, or undefined where it is what its owner said, whole and harmless. */
export async function inspect(
  seen: Looked,
  declared: Declared,
  { files, scan }: Inspector,
): Promise<Refusal | undefined> {
  if (seen.size !== declared.size) return 'wrong-size';
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  // Read once, however large it is, in the memory of one piece: who scans it sees what is hashed.
  async function* heard() {
    for await (const piece of files.pieces(seen)) {
      hash.update(piece);
      if (head.length < headBytes) head = Buffer.concat([head, piece.subarray(0, headBytes - head.length)]);
      yield piece;
    }
  }
  if ((await scan(heard())) === 'infected') return 'infected';
  if (hash.digest('hex') !== declared.sha256) return 'wrong-hash';
  const family = sniff(head);
  if (!family) return 'not-allowed';
  if (family !== familyOf[declared.mediaType]) return 'wrong-type';
  return inspectInside(family, { seen, declared }, files);
}

/** What only a part of a file tells, by what it is. */
async function inspectInside(
  family: Family,
  { seen, declared }: { seen: Looked; declared: Declared },
  files: Inspector['files'],
): Promise<Refusal | undefined> {
  const tail = (bytes: number) => files.range(seen, Math.max(0, seen.size - bytes), seen.size - 1);
  switch (family) {
    case 'zip':
      return inspectZip(seen, declared.mediaType, files);
    case 'pdf':
      return inspectPdf(seen, await tail(pdfTailBytes), files);
    case 'jpeg':
    case 'png':
      return isWholePicture(family, await tail(pictureTailBytes)) ? undefined : 'broken';
    case 'heic':
    case 'dwg':
      break;
  }
  return undefined;
}

async function inspectPdf(seen: Looked, tail: Uint8Array, files: Inspector['files']): Promise<Refusal | undefined> {
  const cross = crossReferenceIn(tail, seen.size);
  if (!cross) return 'broken';
  return pdfFault(cross.trailer, await files.range(seen, cross.at, Math.min(cross.at + pdfCrossBytes, seen.size) - 1));
}
