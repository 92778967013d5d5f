import type { MediaType } from '../material/media.ts';
import type { Refusal } from '../material/state.ts';

/** One file of an archive, as its central directory names it (PKWARE APPNOTE 4.3.12). Sizes and places in bytes. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  /** It is no file but leads to one, wherever that is. */
  link: boolean;
  compressed: number;
  uncompressed: number;
  /** Where its local header begins. */
  at: number;
}

/** Where the central directory stands. */
export interface Directory {
  at: number;
  length: number;
  count: number;
}

/** The end of an archive has 22 bytes and a comment of up to 64 KB. */
export const endBytes = 22 + 0xffff;
export const localHeaderBytes = 30;

const mebibyte = 2 ** 20;
const maxEntries = 10_000;
/** Bytes of a directory, which is read as a whole: of so many files with long names and what their systems add. */
const maxDirectory = 16 * mebibyte;
const maxUnpacked = 1024 * mebibyte;
/** Below this nothing is a bomb, however well it packs. */
const harmless = 10 * mebibyte;
const maxRatio = 100;

/** Whether a directory is more than an archive of honest use has. */
export const isTooLong = ({ length }: Pick<Directory, 'length'>): boolean => length > maxDirectory;

/** Finds the directory from the last bytes of an archive; undefined where there is none, or one that only ZIP64 can tell. */
export function directoryIn(tail: Uint8Array, size: number): Directory | undefined {
  const bytes = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let end = bytes.length - 22; end >= 0; end--) {
    if (bytes.readUInt32LE(end) !== 0x06054b50 || end + 22 + bytes.readUInt16LE(end + 20) !== bytes.length) continue;
    const [count, length, at] = [
      bytes.readUInt16LE(end + 10),
      bytes.readUInt32LE(end + 12),
      bytes.readUInt32LE(end + 16),
    ];
    // It stands before its end, and is told whole on this disk.
    if (bytes.readUInt16LE(end + 8) !== count || at + length > size - bytes.length + end) return undefined;
    return { at, length, count };
  }
  return undefined;
}

/** The entries of a central directory; undefined where it is not whole. */
export function entriesIn(directory: Uint8Array, count: number): ZipEntry[] | undefined {
  const bytes = Buffer.from(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
    const named = bytes.readUInt16LE(at + 28);
    const next = at + 46 + named + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) return undefined;
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + named),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      // Made on Unix (4.4.2), the high half of its attributes is the mode of the file.
      link: bytes[at + 5] === 3 && (bytes.readUInt16LE(at + 40) & 0o170000) === 0o120000,
      compressed: bytes.readUInt32LE(at + 20),
      uncompressed: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

/** Why an archive is not taken, from what its directory says; whether that is true shows when it is unpacked. */
export function zipFault(
  entries: readonly ZipEntry[],
  { size, directoryAt }: { size: number; directoryAt: number },
): Refusal | undefined {
  if (entries.some(({ encrypted }) => encrypted)) return 'encrypted';
  if (entries.some(({ method }) => method !== 0 && method !== 8)) return 'broken';
  if (entries.some(({ name, link }) => link || leadsOut(name))) return 'archive-path';
  const unpacked = entries.reduce((sum, { uncompressed }) => sum + uncompressed, 0);
  const tooMuch = unpacked > maxUnpacked || (unpacked > harmless && unpacked > size * maxRatio);
  if (tooMuch || entries.length > maxEntries || overlap(entries, directoryAt)) return 'archive-bomb';
  return undefined;
}

/** What a container is by its files; undefined where it is a plain archive. */
export function containerOf(entries: readonly ZipEntry[]): MediaType {
  const has = (prefix: string) => entries.some(({ name }) => name.startsWith(prefix));
  if (has('OFD.xml')) return 'application/ofd';
  if (!has('[Content_Types].xml')) return 'application/zip';
  if (has('word/document')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return has('xl/workbook') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'application/zip';
}

/** A name that leaves the folder it is unpacked to, or that some system would take so. */
export function leadsOut(name: string): boolean {
  return /^(?:[/\\]|[a-z]:)|\0|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name);
}

/** Files that share bytes with one another are one way in which a small archive becomes a large one. */
function overlap(entries: readonly ZipEntry[], directoryAt: number): boolean {
  const sorted = entries.toSorted((one, other) => one.at - other.at);
  return sorted.some(
    ({ at, compressed }, n) => at + localHeaderBytes + compressed > (sorted[n + 1]?.at ?? directoryAt),
  );
}
