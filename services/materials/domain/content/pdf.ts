import type { Refusal } from '../material/state.ts';

/** So many last bytes hold the end of a PDF (ISO 32000-1, 7.5.5) and, where it has one, its trailer. */
export const pdfTailBytes = 4096;
/** So many bytes hold the dictionary of a cross-reference stream, or the table and trailer in front of a linearised file (annex F). */
export const pdfCrossBytes = 65_536;

/** Where the newest cross-reference stands; undefined where the file is not whole. */
export function crossReferenceIn(tail: Uint8Array, size: number): { at: number; trailer: string } | undefined {
  const text = latin(tail);
  const found = /startxref\s+(\d{1,10})\s+%%EOF\s*\0*$/.exec(text);
  const at = Number(found?.[1]);
  if (!found || !(at < size)) return undefined;
  const trailer = text.lastIndexOf('trailer', found.index);
  return { at, trailer: trailer < 0 ? '' : text.slice(trailer, found.index) };
}

/** Why a PDF is not taken: nobody but its owner could read it, or nobody at all. */
export function pdfFault(trailer: string, cross: Uint8Array): Refusal | undefined {
  const text = latin(cross);
  const isTable = /^\s*xref\b/.test(text);
  const stream = /^\s*\d+\s+\d+\s+obj\b/.exec(text) && text.slice(0, text.indexOf('stream') + 1 || undefined);
  if (!isTable && !stream) return 'broken';
  // Behind its table stands the trailer that counts; a linearised file has another at its end, which says less.
  const dictionary = isTable ? (trailerBehind(text) ?? trailer) : stream;
  return /\/Encrypt\b/.test(dictionary || '') ? 'encrypted' : undefined;
}

const trailerBehind = (table: string) => /\btrailer\b([^]*?)(?:startxref|$)/.exec(table)?.[1];

const latin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
