import type { DynamoDBRecord } from 'aws-lambda';
import type { Engine } from './engine.ts';
import { toRecord } from './stream-record.ts';
import type { StreamSource } from './stream-record.ts';

/** Changes in the order of their commits. Empty only when `next` was aborted. */
export interface StreamBatch {
  records: DynamoDBRecord[];
  /** Identifies the newest change of the batch. */
  last: number;
}

/** The stream of one table, read by one consumer as by a Lambda mapping that starts at the oldest change. */
export interface Stream {
  /** Waits for changes not yet read and returns at most `limit` of them. The caller keeps the batch while it retries. */
  next(signal: AbortSignal, limit: number): Promise<StreamBatch>;
  /** Says that a batch, and all before it, was delivered or given up; only now may its changes be deleted. */
  done(batch: StreamBatch): void;
  /** Number of changes that are not yet done, read ones included. */
  depth(): number;
}

// Deleting takes the engine's write lock, so it is done rarely, for many changes at once.
const trimEvery = 2000;

interface StreamPlace {
  engine: Engine;
  table: StreamSource;
}

/** Opens the stream of a table at the oldest change since the engine started. Synchronous calls cost about 10 µs. */
export function openStream(options: StreamPlace): Stream {
  const { records } = options.engine;
  const { name: table } = options.table;
  let read = options.engine.from;
  let done = read;
  let trimmed = read;
  let untrimmed = 0;

  const take = (limit: number): StreamBatch => {
    const upTo = records.lastId();
    const rows = upTo > read ? records.read({ table, after: read, upTo }, limit) : [];
    const idle = done === read && rows.length === 0;
    // With fewer than asked for, the rest up to `upTo` belongs to other tables and need not be looked at again.
    read = rows.length < limit ? Math.max(upTo, read) : (rows.at(-1)?.id ?? read);
    if (idle) done = read;
    return { records: rows.map((row) => toRecord(row, options.table, records)), last: read };
  };

  /** Up to there all changes are of other tables. */
  const skip = (upTo: number): void => {
    if (done === read) done = Math.max(done, upTo);
    read = Math.max(read, upTo);
  };

  return {
    async next(signal, limit) {
      while (!signal.aborted) {
        const batch = take(limit);
        if (batch.records.length > 0) return batch;
        await nextChange(options, signal, skip);
      }
      return { records: [], last: read };
    },
    done(batch) {
      done = Math.max(done, batch.last);
      untrimmed += batch.records.length;
      if (untrimmed < trimEvery || !records.trim({ table, after: trimmed, upTo: done })) return;
      trimmed = done;
      untrimmed = 0;
    },
    depth: () => records.count({ table, after: done, upTo: records.lastId() }),
  };
}

/** Waits for a change of this table, or for the signal. Who waits has read all that there was, so it is only told of what is not its own. */
function nextChange(
  { engine: { records }, table }: StreamPlace,
  signal: AbortSignal,
  skip: (upTo: number) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      unsubscribe();
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const unsubscribe = records.onCommit((tables, upTo) => (tables.has(table.name) ? wake() : skip(upTo)));
    signal.addEventListener('abort', wake, { once: true });
  });
}
