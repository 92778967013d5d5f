import type { Read } from '../domain/reconciliation/row.ts';
import { readerOf } from './readers.ts';

/** In pieces of so many bytes: no reader may care where one ends. */
async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** All that a reader gives of a file. */
export async function readWhole(channel: string, bytes: Uint8Array | string, size = 61): Promise<Read[]> {
  const [reads, reader]: [Read[], ReturnType<typeof readerOf>] = [[], readerOf(channel)];
  if (!reader) throw new Error(`${channel} has no reader`);
  for await (const one of reader(inPieces(Buffer.from(bytes), size))) reads.push(one);
  return reads;
}

export const rowsOf = (reads: Read[]) => reads.flatMap((one) => ('row' in one ? [one.row] : []));
export const badOf = (reads: Read[]) => reads.flatMap((one) => ('bad' in one ? [one.bad] : []));
export const totalsOf = (reads: Read[]) => reads.flatMap((one) => ('totals' in one ? [one.totals] : []));
