import { createHash } from 'node:crypto';
import * as z from 'zod';
import { dayOf, daysAfter, startOf, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { isOpen } from '../domain/case/ahead.ts';
import type { Application } from '../domain/case/application.ts';
import { recordKey } from './rows.ts';

/** Where the clock must look at something next, as a row of its own: moving it never bumps the version of what it is about. */
export interface Due {
  was: Place | undefined;
  is: Place | undefined;
  /** True where a row may stand at another time than `was` says: then it is written or removed whatever `was`. */
  always?: boolean;
}

/** When something is due; a case for which nothing is has a row all the same, as has one whose end a calendar may move. */
interface Place {
  at?: Date | undefined;
  dueAt?: Date | undefined;
}

export const dueShards = ['0', '1', '2', '3'] as const;

const dueKey = ({ pk }: Pick<Key, 'pk'>): Key => ({ pk, sk: 'DUE' });
const duePartition = (day: string, shard: string) => `DUE#${day}#${shard}`;
/** Where rows stand that are due on no day; behind all days. */
const noDay = 'none';
const shardOf = (id: string) => String((createHash('sha256').update(id).digest()[0] ?? 0) % dueShards.length);

/** The writes that move a case's row to where it is due next; none where that has not changed. */
export function dueWrites(before: Application | undefined, after: Application, now: Date): Write[] {
  return dueWritesOf(recordKey(after.id), { was: before && placeOf(before), is: placeOf(after) }, now);
}

/** Every open case has a row: whoever looks for all of them finds them here. */
function placeOf(application: Application): Place | undefined {
  return application.ahead?.at || isOpen(application) ? application.ahead : undefined;
}

/** The same for what follows from a case: any record whose partition is named `<kind>#<case id>`. */
export function dueWritesOf(record: Pick<Key, 'pk'>, { was, is, always }: Due, now: Date): Write[] {
  if (!always && textOf(was) === textOf(is)) return [];
  return is ? [{ put: dueRow(record, is, now) }] : [{ remove: dueKey(record) }];
}

const textOf = (place: Place | undefined) => place && JSON.stringify([place.at, place.dueAt]);

/** Beyond this many days a row stands here for the time being: so all rows are found in so many days and one place more. */
const horizonDays = 100;

function dueRow(record: Pick<Key, 'pk'>, { at, dueAt }: Place, now: Date): Key & Row {
  const times = { at: at?.toISOString(), dueAt: dueAt?.toISOString() };
  return { ...dueKey(record), schema: 2, ...times, ...standAt(record, at, now) };
}

function standAt({ pk }: Pick<Key, 'pk'>, at: Date | undefined, now: Date) {
  const shard = shardOf(pk);
  if (!at) return { pk3: duePartition(noDay, shard), sk3: pk };
  const last = startOf(daysAfter(dayOf(now), horizonDays));
  const looked = at < last ? at : last;
  // What was due before today stands with today's: the days before have been walked.
  const day = [dayOf(looked), dayOf(now)].toSorted().at(-1) ?? dayOf(looked);
  return { pk3: duePartition(day, shard), sk3: `${looked.toISOString()}#${pk}` };
}

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

/** Whether what a case waits for may move where days count otherwise from a day on: what ends before does not. */
export const mayMove =
  (first: Day) =>
  ({ kind, at, dueAt }: Entry): boolean =>
    kind === 'CASE' && [at, dueAt].some((end) => end && dayOf(end) >= first);

/** What is due by day, and how far the days have been walked. */
export function dueStore(table: Table) {
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
