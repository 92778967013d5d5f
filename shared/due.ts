import { dayOf, nextDay, previousDay, type Day } from '#shared/calendar';
import { Conflict } from '#shared/conflict';
import { duePartition, dueShards, standAt } from '#shared/due-place';
import { once } from '#shared/once';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import * as z from 'zod';

const width = 8;
/** Who began an act before midnight may still write a row of the day before. No function runs for longer than a quarter of this. */
const lateWriteMs = 3_600_000;

/** A record that is due: its partition (`<kind>#<id>`) and when. */
export interface DueRecord {
  pk: string;
  at: Date;
}

const stored = once(() => z.object({ pk: z.string(), at: z.coerce.date() }));
const walked = once(() => z.object({ day: z.string(), version: z.int() }));
const walkKey: Key = { pk: 'WALK', sk: 'DUE' };

/** The writes that move a record's row to where it is due next; none where that has not changed. */
export function dueWrites(
  pk: string,
  { was, is }: { was: Date | undefined; is: Date | undefined },
  now: Date,
): Write[] {
  if (was?.getTime() === is?.getTime()) return [];
  const key = { pk, sk: 'DUE' };
  return is ? [{ put: { ...key, schema: 1, at: is.toISOString(), ...standAt(pk, is, now) } }] : [{ remove: key }];
}

/** How far the days have been walked: all before this one are done with; undefined before the first walk. */
export async function walkedTo(table: Pick<Table, 'get'>): Promise<{ day: Day; version: number } | undefined> {
  const row = await table.get(walkKey);
  return row && walked().parse(row);
}

/**
 * Gives every record that is due by now to `pass`, which moves it on or has nothing left to do with it; how many were
 * passed. Reads only the shards of the days since the last walk, so it costs as much as there is due; killed halfway, the
 * next walk takes up the rest.
 */
export async function walkDue(
  table: Pick<Table, 'get' | 'put' | 'query' | 'transact'>,
  now: Date,
  pass: (record: DueRecord) => Promise<boolean>,
): Promise<number> {
  const from = (await walkedTo(table)) ?? (await beginWalks(table, now));
  let passed = 0;
  for (let day = from.day; day <= dayOf(now); day = nextDay(day)) {
    for (const shard of dueShards) passed += await walkShard(table, { at: duePartition(day, shard), now }, pass);
  }
  // The day before is walked until nobody writes to it any more.
  const day = dayOf(new Date(now.getTime() - lateWriteMs));
  if (from.day < day) {
    await table.put({ ...walkKey, schema: 1, day, version: from.version + 1 }, ifVersion(from.version));
  }
  return passed;
}

/** Where the first walk of all begins is kept before it: one that is killed is taken up from there, however late. */
async function beginWalks(table: Pick<Table, 'put'>, now: Date): Promise<{ day: Day; version: number }> {
  const first = { day: previousDay(dayOf(now)), version: 1 };
  await table.put({ ...walkKey, schema: 1, ...first }, ifAbsent);
  return first;
}

async function walkShard(
  table: Pick<Table, 'query' | 'transact'>,
  { at, now }: { at: string; now: Date },
  pass: (record: DueRecord) => Promise<boolean>,
): Promise<number> {
  let passed = 0;
  let after: Row | undefined;
  // A row stands at its time and what it is of: one of this very instant is not due yet.
  const place = { index: 'index3', partition: at, until: now.toISOString(), limit: 100 } as const;
  do {
    const { rows, last } = await table.query({ ...place, ...(after && { after }) });
    const due = rows.map((row) => stored().parse(row));
    for (let n = 0; n < due.length; n += width) {
      const done = due.slice(n, n + width).map((one) => (one.at > now ? standAgain(table, one, now) : pass(one)));
      passed += (await Promise.all(done)).filter(Boolean).length;
    }
    after = last;
  } while (after);
  return passed;
}

/** It stood nearer than it is due, as what is due far off does; whoever has moved it meanwhile knows better. */
async function standAgain(table: Pick<Table, 'transact'>, { pk, at }: DueRecord, now: Date): Promise<boolean> {
  const same = { expression: '#at = :at', names: { '#at': 'at' }, values: { ':at': at.toISOString() } };
  await table.transact([{ update: { pk, sk: 'DUE' }, set: standAt(pk, at, now), when: same }]).catch(ignoreConflict);
  return false;
}

function ignoreConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
