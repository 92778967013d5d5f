import * as z from 'zod';
import { dayOf, daysAfter, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import { ifAbsent, ifVersion, type Key, type Row, type Table } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import { dueKey, duePartition, dueRow, dueShards, horizonDays, noDay, placeOf, standAt, type Place } from './due.ts';
import { recordKey } from './rows.ts';

/** What is due: of which kind, and about which case. */
export interface Entry extends Place {
  kind: string;
  id: string;
}

const moment = once(() => z.coerce.date().optional());
const stored = once(() => z.object({ pk: z.string(), sk3: z.string(), at: moment(), dueAt: moment() }));

function entryOf(row: Row): Entry & { looked: string } {
  const { pk, sk3, at, dueAt } = stored().parse(row);
  return { kind: pk.slice(0, pk.indexOf('#')), id: pk.slice(pk.indexOf('#') + 1), at, dueAt, looked: sk3 };
}
const walked = once(() => z.object({ day: z.string(), version: z.int() }));
const walkKey: Key = { pk: 'WALK', sk: 'DUE' };

export interface Walk {
  day: string;
  version: number;
}

/** Whether what is waited for may move where days count otherwise from a day on: what ends before does not. */
export const mayMove =
  (first: Day) =>
  ({ at, dueAt }: Entry): boolean =>
    [at, dueAt].some((end) => end && dayOf(end) >= first);

/** What is due by day, and how far the days have been walked. */
export function diaryStore(table: Table) {
  return {
    /** What is due by now of a day and shard, earliest first, a page at a time. */
    async due(day: string, shard: string, { now, after }: { now: Date; after?: Row | undefined }) {
      const partition = duePartition(day, shard);
      const { rows, last } = await table.query({ index: 'index3', partition, limit: 100, ...(after && { after }) });
      const entries = rows.map(entryOf).filter(({ looked }) => looked < now.toISOString());
      // Sorted by time: the first that is not due yet ends the walk.
      return { entries, last: entries.length < rows.length ? undefined : last };
    },

    /** All places of the diary from a day on, in order: its shards day by day, then those of what is due on no day. */
    placesFrom(first: Day, now: Date): string[] {
      const days = [noDay];
      for (let day = daysAfter(dayOf(now), horizonDays); day >= first; day = daysAfter(day, -1)) days.unshift(day);
      return days.flatMap((day) => dueShards.map((shard) => duePartition(day, shard)));
    },

    /** Whatever stands at a place, due or not, a page at a time. */
    async standing(partition: string, after: Row | undefined) {
      const { rows, last } = await table.query({ index: 'index3', partition, limit: 100, ...(after && { after }) });
      return { entries: rows.map(entryOf), last };
    },

    /** Puts what was looked at too early where it is looked at next, unless somebody else has moved it. */
    async standAgain({ kind, id, at }: Entry, now: Date): Promise<void> {
      const record = { pk: `${kind}#${id}` };
      const same = { expression: '#at = :at', names: { '#at': 'at' }, values: { ':at': at?.toISOString() } };
      await table.transact([{ update: dueKey(record), set: standAt(record, at, now), when: same }]);
    },

    /** Puts a case where it is due, or nowhere, unless somebody acts on it now: mends what a lost write left behind. */
    async mend(id: string, found: Application | undefined, now: Date): Promise<void> {
      const key = recordKey(id);
      const is = found && placeOf(found);
      const write = is ? { put: dueRow(key, is, now) } : { remove: dueKey(key) };
      await table.transact([{ check: key, when: found ? ifVersion(found.version) : ifAbsent }, write]);
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
