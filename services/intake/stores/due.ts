import { createHash } from 'node:crypto';
import * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { once } from '#shared/once';
import { ifAbsent, type Key, type Row, type Table, type Write } from '#shared/table';
import type { Deadline } from '../domain/case/standing.ts';
import { recordKey } from './rows.ts';

/** Where the clock must look at something next, as a row of its own: moving it never bumps the version of what it is about. */
export interface Due {
  was: Pick<Deadline, 'at'> | undefined;
  is: Pick<Deadline, 'at'> | undefined;
  /** True where a row may stand at another time than `was` says: then it is written or removed whatever `was`. */
  always?: boolean;
}

export const dueShards = ['0', '1', '2', '3'] as const;

const dueKey = ({ pk }: Pick<Key, 'pk'>): Key => ({ pk, sk: 'DUE' });
const duePartition = (day: string, shard: string) => `DUE#${day}#${shard}`;
const shardOf = (id: string) => String((createHash('sha256').update(id).digest()[0] ?? 0) % dueShards.length);

/** The writes that move a case's row to where it is due next; none where that has not changed. */
export function dueWrites(id: string, due: Due, now: Date): Write[] {
  return dueWritesOf(recordKey(id), due, now);
}

/** The same for what follows from a case: any record whose partition is named `<kind>#<case id>`. */
export function dueWritesOf(record: Pick<Key, 'pk'>, { was, is, always }: Due, now: Date): Write[] {
  if (!always && was?.at.getTime() === is?.at.getTime()) return [];
  return is ? [{ put: dueRow(record, is, now) }] : [{ remove: dueKey(record) }];
}

function dueRow(record: Pick<Key, 'pk'>, { at }: Pick<Deadline, 'at'>, now: Date): Key & Row {
  // What was due before today stands with today's: the days before have been walked.
  const day = [dayOf(at), dayOf(now)].toSorted().at(-1) ?? dayOf(at);
  const place = { pk3: duePartition(day, shardOf(record.pk)), sk3: `${at.toISOString()}#${record.pk}` };
  return { ...dueKey(record), schema: 2, at: at.toISOString(), ...place };
}

/** What is due: of which kind, and about which case. */
export interface Entry {
  kind: string;
  id: string;
}

const stored = once(() => z.object({ pk: z.string(), at: z.coerce.date() }));
const entryOf = (pk: string): Entry => ({ kind: pk.slice(0, pk.indexOf('#')), id: pk.slice(pk.indexOf('#') + 1) });
const walked = once(() => z.object({ day: z.string(), version: z.int() }));
const walkKey: Key = { pk: 'WALK', sk: 'DUE' };

export interface Walk {
  day: string;
  version: number;
}

/** What is due by day, and how far the days have been walked. */
export function dueStore(table: Table) {
  return {
    /** What is due by now of a day and shard, earliest first, a page at a time. */
    async due(day: string, shard: string, { now, after }: { now: Date; after?: Row | undefined }) {
      const partition = duePartition(day, shard);
      const { rows, last } = await table.query({ index: 'index3', partition, limit: 100, ...(after && { after }) });
      const due = rows.map((row) => stored().parse(row)).filter(({ at }) => at < now);
      // Sorted by time: the first that is not due yet ends the walk.
      return { entries: due.map(({ pk }) => entryOf(pk)), last: due.length < rows.length ? undefined : last };
    },

    /** Puts a case where it is due now, or nowhere: mends what a calendar or a lost write left behind. */
    async replace(id: string, is: Deadline | undefined, now: Date): Promise<void> {
      await table.transact(dueWrites(id, { was: undefined, is, always: true }, now));
    },

    async walk(): Promise<Walk | undefined> {
      const row = await table.get(walkKey);
      return row && walked().parse(row);
    },

    /** All days before this one are done with. */
    async moveTo(day: string, { version }: Pick<Walk, 'version'>): Promise<void> {
      const when =
        version === 0 ? ifAbsent : { expression: '#v = :v', names: { '#v': 'version' }, values: { ':v': version } };
      await table.put({ ...walkKey, schema: 1, day, version: version + 1 }, when);
    },
  };
}
