import { createHash } from 'node:crypto';
import * as z from 'zod';
import { once } from '#shared/once';
import { batchRow, type BatchRow } from '../../domain/batch/batch.ts';
import type { BatchFiles } from '../../batch-files.ts';
import { pieceKey } from './file-keys.ts';

/** So many rows lie together: what is read, held and told from at once. */
export const pieceRows = 500;

const rows = once(() => z.array(batchRow()));
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

/** Puts the rows of a batch away in pieces; the same rows make the same pieces, however often they are read. */
export function pieceWriter(id: string, files: Pick<BatchFiles, 'put'>) {
  const pieces: string[] = [];
  let held: BatchRow[] = [];
  async function put(): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(held));
    held = [];
    await files.put(pieceKey(id, pieces.length), bytes);
    pieces.push(hashOf(bytes));
  }
  return {
    async add(row: BatchRow): Promise<void> {
      held.push(row);
      if (held.length === pieceRows) await put();
    },
    /** What is left; gives the hash of each piece. */
    async end(): Promise<readonly string[]> {
      if (held.length > 0) await put();
      return pieces;
    },
  };
}

/** One piece; undefined where what lies there is not what was checked. */
export async function readPiece(
  { id, n, sha256 }: { id: string; n: number; sha256: string | undefined },
  files: Pick<BatchFiles, 'get'>,
): Promise<BatchRow[] | undefined> {
  const bytes = Buffer.from(await files.get(pieceKey(id, n)));
  return hashOf(bytes) === sha256 ? rows().parse(JSON.parse(bytes.toString())) : undefined;
}
