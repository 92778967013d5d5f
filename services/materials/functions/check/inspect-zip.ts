import { createInflateRaw } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import {
  containerOf,
  directoryIn,
  endBytes,
  entriesIn,
  isTooLong,
  leadsOut,
  localHeaderBytes,
  zipFault,
  type ZipEntry,
} from '../../domain/content/zip.ts';
import type { MediaType } from '../../domain/material/media.ts';
import type { Refusal } from '../../domain/material/state.ts';
import { byteReader } from '../../byte-reader.ts';
import type { Files, Seen } from '../../files.ts';

type Looked = Seen & { size: number };
type From = Pick<Files, 'pieces' | 'range'>;

/** Looks into an archive: what its directory says, whether it is what its owner said, and whether its files unpack to just that. */
export async function inspectZip(seen: Looked, declared: MediaType, files: From): Promise<Refusal | undefined> {
  const directory = directoryIn(await files.range(seen, Math.max(0, seen.size - endBytes), seen.size - 1), seen.size);
  if (!directory || directory.length === 0) return 'broken';
  if (isTooLong(directory)) return 'archive-bomb';
  const { at, length, count } = directory;
  const entries = entriesIn(await files.range(seen, at, at + length - 1), count);
  if (!entries) return 'broken';
  const fault = zipFault(entries, { size: seen.size, directoryAt: at });
  if (fault) return fault;
  if (declared !== 'application/zip' && containerOf(entries) !== declared) return 'wrong-type';
  return unpack(entries, files.pieces(seen));
}

/** Unpacks all of it once, into nothing: an archive that says less than it holds is found out before it holds too much. */
async function unpack(entries: readonly ZipEntry[], pieces: AsyncIterable<Uint8Array>): Promise<Refusal | undefined> {
  const reader = byteReader(pieces);
  try {
    for (const entry of entries.toSorted((one, other) => one.at - other.at)) {
      await reader.skipTo(entry.at);
      const header = await reader.read(localHeaderBytes);
      if (header.length < localHeaderBytes || header.readUInt32LE(0) !== 0x04034b50) return 'broken';
      // Whoever unpacks it as it comes goes by this name, and not by that of the directory.
      if (leadsOut((await reader.read(header.readUInt16LE(26))).toString())) return 'archive-path';
      await reader.read(header.readUInt16LE(28));
      const fault = await weigh(entry, reader.take(entry.compressed));
      if (fault) return fault;
    }
    return undefined;
  } finally {
    await reader.close();
  }
}

const tooMuch = new Error('more than its directory says');

async function weigh(
  { method, uncompressed }: ZipEntry,
  packed: AsyncIterable<Uint8Array>,
): Promise<Refusal | undefined> {
  let size = 0;
  const count = async (pieces: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > uncompressed) throw tooMuch;
    }
  };
  try {
    await (method === 0 ? count(packed) : pipeline(packed, createInflateRaw(), count));
  } catch (error) {
    if (error === tooMuch) return 'archive-bomb';
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return 'broken';
    throw error;
  }
  return size === uncompressed ? undefined : 'broken';
}
