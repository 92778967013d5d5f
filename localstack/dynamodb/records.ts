import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import * as z from 'zod';
import { watchCommits } from './commits.ts';

const rowSchema = z.object({
  id: z.number(),
  event_name: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  keys_json: z.string(),
  new_image: z.string().nullable(),
  old_image: z.string().nullable(),
  created_at: z.number(),
});

const numberSchema = z.object({ n: z.number() });

/** One change as the engine stores it. `id` grows with each commit over all tables and is never used twice. */
export type Row = z.infer<typeof rowSchema>;

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
  count(range: Range): number;
  /** Deletes the changes of a range; false when the engine is writing just now, which is no fault: ask again later. */
  trim(range: Range): boolean;
  /** Writes the whole database, as it is now, into a file that is not there yet. */
  copyTo(file: string): void;
  /** Calls back soon after a commit, until the returned function is called. */
  onCommit(callback: () => void): () => void;
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
    `SELECT id, event_name, keys_json, new_image, old_image, created_at ${inRange} ORDER BY id LIMIT ?`,
  );
  const count = reader.prepare(`SELECT count(*) AS n ${inRange}`);
  const trim = writer.prepare(`DELETE ${inRange}`);
  const lastId = (): number => numberOf(last, []);
  const commits = watchCommits(lastId);

  return {
    lastId,
    read: ({ table, after, upTo }, limit) => read.all(after, upTo, table, limit).map((row) => rowSchema.parse(row)),
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
