import * as z from 'zod';
import { dayOf, daysAfter, type Day } from '#shared/calendar';
import { walkDue, walkedTo } from '#shared/due';
import { duePartition, dueShards, horizonDays } from '#shared/due-place';
import { once } from '#shared/once';
import { ifAbsent, ifVersion, type Row, type Table } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import { dueKey, dueRow, noDay, placeOf, type Place } from './due.ts';
import { recordKey } from './rows.ts';

/** What is due: of which kind, and about which case. */
export interface Entry extends Place {
  kind: string;
  id: string;
}

const moment = once(() => z.coerce.date().optional());
const stored = once(() => z.object({ pk: z.string(), at: moment(), dueAt: moment() }));

const namedBy = (pk: string) => ({ kind: pk.slice(0, pk.indexOf('#')), id: pk.slice(pk.indexOf('#') + 1) });

function entryOf(row: Row): Entry {
  const { pk, at, dueAt } = stored().parse(row);
  return { ...namedBy(pk), at, dueAt };
}

/** Whether what is waited for may move where days count otherwise from a day on: what ends before does not. */
export const mayMove =
  (first: Day) =>
  ({ at, dueAt }: Entry): boolean =>
    [at, dueAt].some((end) => end && dayOf(end) >= first);

/** What is due by day, and how far the days have been walked. */
export function diaryStore(table: Table) {
  return {
    /** Gives what is due by now to `pass`; how many were passed. */
    pass: (now: Date, pass: (due: Pick<Entry, 'kind' | 'id'>) => Promise<boolean>): Promise<number> =>
      walkDue(table, now, ({ pk }) => pass(namedBy(pk))),

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

    /** Puts a case where it is due, or nowhere, unless somebody acts on it now: mends what a lost write left behind. */
    async mend(id: string, found: Application | undefined, now: Date): Promise<void> {
      const key = recordKey(id);
      const is = found && placeOf(found);
      const write = is ? { put: dueRow(key, is, now) } : { remove: dueKey(key) };
      await table.transact([{ check: key, when: found ? ifVersion(found.version) : ifAbsent }, write]);
    },

    /** How far the days have been walked. */
    walk: () => walkedTo(table),
  };
}
