import { createHash } from 'node:crypto';
import * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { once } from '#shared/once';
import { ifAbsent, type Key, type Row, type Table, type Write } from '#shared/table';
import type { Deadline } from '../domain/case/standing.ts';
import { recordKey } from './rows.ts';

/** Where the clock must look at a case next, as a row of its own: moving it never bumps the case's version. */
export interface Due {
  was: Deadline | undefined;
  is: Deadline | undefined;
  /** True where a row may stand at another time than `was` says: then it is written or removed whatever `was`. */
  always?: boolean;
}

export const dueShards = ['0', '1', '2', '3'] as const;

const dueKey = (id: string): Key => ({ pk: recordKey(id).pk, sk: 'DUE' });
const duePartition = (day: string, shard: string) => `DUE#${day}#${shard}`;
const shardOf = (id: string) => String((createHash('sha256').update(id).digest()[0] ?? 0) % dueShards.length);

/** The writes that move a case's row to where it is due next; none where that has not changed. */
export function dueWrites(id: string, { was, is, always }: Due, now: Date): Write[] {
  if (!always && was?.at.getTime() === is?.at.getTime()) return [];
  return is ? [{ put: dueRow(id, is, now) }] : [{ remove: dueKey(id) }];
}

function dueRow(id: string, { at }: Deadline, now: Date): Key & Row {
  // What was due before today stands with today's: the days before have been walked.
  const day = [dayOf(at), dayOf(now)].toSorted().at(-1) ?? dayOf(at);
  const place = { pk3: duePartition(day, shardOf(id)), sk3: `${at.toISOString()}#${id}` };
  return { ...dueKey(id), schema: 1, caseId: id, at: at.toISOString(), ...place };
}

const stored = once(() => z.object({ caseId: z.uuid(), at: z.coerce.date() }));
const walked = once(() => z.object({ day: z.string(), version: z.int() }));
const walkKey: Key = { pk: 'WALK', sk: 'DUE' };

export interface Walk {
  day: string;
  version: number;
}

/** What is due by day, and how far the days have been walked. */
export function dueStore(table: Table) {
  return {
    /** Cases of a day and shard due by now, earliest first, a page at a time. */
    async due(day: string, shard: string, { now, after }: { now: Date; after?: Row | undefined }) {
      const partition = duePartition(day, shard);
      const { rows, last } = await table.query({ index: 'index3', partition, limit: 100, ...(after && { after }) });
      const due = rows.map((row) => stored().parse(row)).filter(({ at }) => at < now);
      // Sorted by time: the first that is not due yet ends the walk.
      return { ids: due.map(({ caseId }) => caseId), last: due.length < rows.length ? undefined : last };
    },

    /** Puts a case where it is due now, or nowhere: mends what a calendar or a lost write left behind. */
    async replace(id: string, is: Deadline | undefined, now: Date): Promise<void> {
      await table.transact(is ? [{ put: dueRow(id, is, now) }] : [{ remove: dueKey(id) }]);
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
