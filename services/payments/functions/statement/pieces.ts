import type { Bucket } from '#shared/bucket';
import { once } from '#shared/once';
import * as z from 'zod';
import { clearingShards, shardOf } from '../../domain/ledger/clearing-item.ts';
import { statementRow, type StatementRow } from '../../domain/reconciliation/row.ts';
import type { Run } from './run-deps.ts';

/** How much text of a partition is held before it is put away, in characters: sixteen of these are what reading a file takes. */
const longest = 1_000_000;

const keyOf = ({ id, revision }: Run, shard: number, n: number): string => `rows/${id}/${revision}/${shard}/${n}`;
const rows = once(() => z.array(statementRow()));

/** Puts rows away by partition, in pieces; the same file makes the same pieces, however often it is read. */
export function pieceWriter(run: Run, bucket: Pick<Bucket, 'put'>) {
  const held = Array.from({ length: clearingShards }, () => ({ lines: Array<string>(), length: 0 }));
  const chunks = held.map(() => 0);
  async function put(shard: number): Promise<void> {
    const piece = held[shard];
    if (!piece || piece.lines.length === 0) return;
    const bytes = Buffer.from(`[${piece.lines.join(',\n')}]`);
    held[shard] = { lines: [], length: 0 };
    const n = chunks[shard] ?? 0;
    chunks[shard] = n + 1;
    await bucket.put(keyOf(run, shard, n), { bytes, contentType: 'application/json', fileName: `${shard}-${n}.json` });
  }
  return {
    async add(row: StatementRow): Promise<void> {
      const shard = shardOf(row.number);
      const piece = held[shard];
      if (!piece) throw new Error(`no partition ${shard}`);
      const line = JSON.stringify(row);
      piece.lines.push(line);
      piece.length += line.length;
      if (piece.length >= longest) await put(shard);
    },
    /** What is left; gives how many pieces each partition has. */
    async end(): Promise<number[]> {
      for (let shard = 0; shard < clearingShards; shard += 1) await put(shard);
      return chunks;
    },
  };
}

/** The rows of a partition. */
export async function* readPieces(
  run: Run,
  { shard, chunks }: { shard: number; chunks: number },
  bucket: Pick<Bucket, 'get'>,
): AsyncGenerator<StatementRow[]> {
  for (let n = 0; n < chunks; n += 1) {
    const bytes = await bucket.get(keyOf(run, shard, n));
    yield rows().parse(JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()));
  }
}
