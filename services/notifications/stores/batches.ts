import { createHash } from 'node:crypto';
import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Condition, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { BatchChange } from '../domain/batch/act.ts';
import { batch, type Batch } from '../domain/batch/batch.ts';
import { counts, summed, type Counts } from '../domain/batch/progress.ts';

const batchKey = (id: string): Key => ({ pk: `BATCH#${id}`, sk: 'REC' });
const runKey = (id: string): Key => ({ pk: `BATCH#${id}`, sk: 'RUN' });
const batchesOf = (district: string) => `BATCHES#${district}`;
const placeOf = ({ proposedAt, id }: Pick<Batch, 'proposedAt' | 'id'>) => `${proposedAt.toISOString()}#${id}`;

/** How far the rows of a batch are told, and by which hashes its pieces are known. */
const run = once(() => z.object({ next: z.int().min(0), pieces: z.array(z.string()) }));
export type Run = z.infer<ReturnType<typeof run>>;

/** Rows that are told together: from which on, and where they stand now. */
export interface Taken {
  batch: Batch;
  from: number;
  rows: number;
  counted: Partial<Counts>;
}

export type BatchStore = ReturnType<typeof batchStore>;

/** Batches, how far each is told, and how many of its rows stand where. */
export function batchStore(table: Table, publisher: Publisher) {
  return {
    async load(id: string): Promise<Batch | undefined> {
      const row = await table.get(batchKey(id));
      return row && batchIn(row);
    },

    async run(id: string): Promise<Run> {
      const row = await table.get(runKey(id));
      return row ? run().parse(row) : { next: 0, pieces: [] };
    },

    /** The batches of a district, the newest first. */
    ofDistrict: (district: string, page: { limit: number; after: Position | undefined }): Promise<Page<Batch>> =>
      pageOf(table, district, page),

    /** How many rows stand where: the sum of the shards. */
    async counts(id: string): Promise<Counts> {
      const rows = await allRows(table, { partition: batchKey(id).pk, prefix: 'COUNT#' });
      return summed(rows.map((row) => counts().parse(row)));
    },

    /** Record, timeline, when it is due, fact and mark in one transaction. */
    async save(change: BatchChange, cause: Cause, also: readonly Write[] = []): Promise<void> {
      await table.transact([...markWrites(cause), ...batchWrites(change, cause, publisher), ...also]);
    },

    /** Notes rows as told together with what tells them; fails where another has told them, or the batch does not go on in this turn. */
    async take({ batch: found, from, rows, counted }: Taken, also: readonly Write[]): Promise<void> {
      await table.transact([
        { check: batchKey(found.id), when: isSending(found) },
        { update: runKey(found.id), set: { next: from + rows }, when: isNext(from) },
        countWrite(found.id, String(from), counted),
        ...also,
      ]);
    },
  };
}

/** Where the pieces of a batch begin, none of them told. */
export const runWrite = (id: string, pieces: readonly string[]): Write => ({
  put: { ...runKey(id), schema: 1, next: 0, pieces: [...pieces] },
});

/** So many rows count for one batch, so that those who send side by side do not wait for one another. */
const shards = 64;

/** Moves counts of a batch, in a shard by the name of what has changed. */
export function countWrite(id: string, name: string, by: Partial<Counts>): Write {
  const [byte = 0] = createHash('sha256').update(name).digest();
  const sk = `COUNT#${String(byte % shards).padStart(2, '0')}`;
  return { add: { pk: batchKey(id).pk, sk }, by: { ...by }, set: { schema: 1 } };
}

const isSending = ({ turn }: Batch): Condition => ({
  expression: '#state = :sending AND #turn = :turn',
  names: { '#state': 'state', '#turn': 'turn' },
  values: { ':sending': 'sending', ':turn': turn },
});
const isNext = (from: number): Condition => ({
  expression: '#next = :from',
  names: { '#next': 'next' },
  values: { ':from': from },
});

function batchWrites(change: BatchChange, cause: Cause, publisher: Publisher): Write[] {
  const { before, batch: found, act, facts } = change;
  const { pk, sk } = batchKey(found.id);
  const { recorded, entryRow } = timelineRow(found, { pk, act, version: found.version }, cause);
  const place = { pk1: batchesOf(found.district), sk1: placeOf(found) };
  return [
    { put: { pk, sk, schema: 1, ...plain(recorded), ...place }, when: before ? ifVersion(before.version) : ifAbsent },
    { put: entryRow, when: ifAbsent },
    ...dueWrites(pk, { was: before?.dueAt, is: found.dueAt }, cause.at),
    ...outboxWrites(publisher, found, { facts, cause }),
  ];
}

const batchIn = (row: Row): Batch => batch().parse(row);

async function pageOf(
  table: Pick<Table, 'query'>,
  district: string,
  { limit, after }: { limit: number; after: Position | undefined },
): Promise<Page<Batch>> {
  const partition = batchesOf(district);
  const start = after && { after: { ...batchKey(after[1]), pk1: partition, sk1: `${after[0]}#${after[1]}` } };
  const { rows, last } = await table.query({ index: 'index1', partition, newestFirst: true, limit, ...start });
  const items = rows.map(batchIn);
  const end = items.at(-1);
  return { items, nextCursor: last && end ? cursorOf([end.proposedAt.toISOString(), end.id]) : null };
}
