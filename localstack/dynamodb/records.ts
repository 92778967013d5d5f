import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import * as z from 'zod';
import { type OnCommit, watchCommits } from './commits.ts';

const rowSchema = z.object({
  id: z.number(),
  event_name: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  keys_json: z.string(),
  /** Bytes of the images, absent where there is none. */
  new_size: z.number().nullable(),
  old_size: z.number().nullable(),
  created_at: z.number(),
});

const imageSchema = z.object({ image: z.string() });
const tableSchema = z.object({ name: z.string() });
const numberSchema = z.object({ n: z.number() });

/** One change as the engine stores it. `id` grows with each commit over all tables and is never used twice. */
export type Row = z.infer<typeof rowSchema>;

export type Image = 'new_image' | 'old_image';

/** Changes of `table` with `after < id <= upTo`, oldest first. */
export interface Range {
  table: string;
  after: number;
  upTo: number;
}

/** The engine's table of change records, in the engine's own database file. */
export interface Records {
  lastId(): number;
  read(range: Range, limit: number): Row[];
  /** How the item of a change was after it or before it, as JSON. Most changes pass no filter, so that theirs is never asked for. */
  image(id: number, which: Image): string;
  count(range: Range): number;
  /** Deletes the changes of a range; false when the engine is writing just now, which is no fault: ask again later. */
  trim(range: Range): boolean;
  /** Writes the whole database, as it is now, into a file that is not there yet. */
  copyTo(file: string): void;
  /** Calls back soon after a commit, until the returned function is called. */
  onCommit(callback: OnCommit): () => void;
  close(): void;
}

// The engine takes max(sequence_number) of the table at each write. Without this index it reads every record of it.
const index = `CREATE INDEX IF NOT EXISTS _next_sequence_number
  ON _stream_records (table_name, CAST(sequence_number AS INTEGER))`;

// The plus sign keeps that index out of these: few rows lie between the ids, many may belong to the table.
const inRange = 'FROM _stream_records WHERE id > ? AND id <= ? AND +table_name = ?';

/** Opens the records of a running engine. All calls are synchronous, about 10 µs each. */
export function openRecords(databasePath: string): Records {
  createIndex(databasePath);
  const reader = new DatabaseSync(databasePath, { readOnly: true, timeout: 1000 });
  // No waiting here: a wait would stop this thread, and so the engine's clients, while the engine writes.
  const writer = new DatabaseSync(databasePath, { timeout: 0 });
  writer.exec('PRAGMA synchronous = OFF');

  const last = reader.prepare(`SELECT coalesce(max(seq), 0) AS n FROM sqlite_sequence WHERE name = '_stream_records'`);
  const read = reader.prepare(
    `SELECT id, event_name, keys_json, created_at, octet_length(new_image) AS new_size, octet_length(old_image) AS old_size
      ${inRange} ORDER BY id LIMIT ?`,
  );
  const images = {
    new_image: reader.prepare('SELECT new_image AS image FROM _stream_records WHERE id = ?'),
    old_image: reader.prepare('SELECT old_image AS image FROM _stream_records WHERE id = ?'),
  };
  const changed = reader.prepare('SELECT DISTINCT table_name AS name FROM _stream_records WHERE id > ? AND id <= ?');
  const count = reader.prepare(`SELECT count(*) AS n ${inRange}`);
  const trim = writer.prepare(`DELETE ${inRange}`);
  const lastId = (): number => numberOf(last, []);
  const tablesIn = (after: number, upTo: number): Set<string> =>
    new Set(changed.all(after, upTo).map((row) => tableSchema.parse(row).name));
  const commits = watchCommits({ lastId, tablesIn });

  return {
    lastId,
    read: ({ table, after, upTo }, limit) => read.all(after, upTo, table, limit).map((row) => rowSchema.parse(row)),
    image: (id, which) => imageSchema.parse(images[which].get(id)).image,
    count: ({ table, after, upTo }) => numberOf(count, [after, upTo, table]),
    trim: ({ table, after, upTo }) => unlessBusy(() => trim.run(after, upTo, table)),
    copyTo: (file) => void writer.prepare('VACUUM INTO ?').run(file),
    onCommit: commits.subscribe,
    close() {
      commits.stop();
      reader.close();
      writer.close();
    },
  };
}

function createIndex(databasePath: string): void {
  const database = new DatabaseSync(databasePath, { timeout: 5000 });
  database.exec(index);
  database.close();
}

function numberOf(statement: StatementSync, values: (number | string)[]): number {
  return numberSchema.parse(statement.get(...values)).n;
}

function unlessBusy(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('locked')) return false;
    throw error;
  }
}
