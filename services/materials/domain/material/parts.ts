import { maxSinglePut } from './media.ts';

/** Bytes of each part but the last: a broken connection costs no more than one, and no file of ours has more than 32. */
export const partSize = 16 * 2 ** 20;

/** A part of a file that has come: its number from 1, its bytes, its SHA-256 in hexadecimal. */
export interface Part {
  n: number;
  size: number;
  sha256: string;
}

/** Whether a file is sent in parts. */
export function comesInParts({ size }: { size: number }): boolean {
  return size > maxSinglePut;
}

/** How many parts a file of so many bytes has. */
export function partsOf(size: number): number {
  return Math.ceil(size / partSize);
}

/** Bytes of one part of a file; 0 where it has no part of that number. */
export function sizeOfPart(n: number, size: number): number {
  return Math.max(0, Math.min(partSize, size - (n - 1) * partSize));
}

/** The parts that have not come, or not with the bytes that they must have. */
export function missingParts(come: readonly Pick<Part, 'n' | 'size'>[], size: number): number[] {
  const sizes = new Map(come.map((part) => [part.n, part.size]));
  const all = Array.from({ length: partsOf(size) }, (_, index) => index + 1);
  return all.filter((n) => sizes.get(n) !== sizeOfPart(n, size));
}
