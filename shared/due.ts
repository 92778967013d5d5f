import { createHash } from 'node:crypto';
import { dayOf, daysAfter, nextDay, previousDay, startOf, type Day } from '#shared/calendar';
import { Conflict } from '#shared/conflict';
import { once } from '#shared/once';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import * as z from 'zod';

const shards = ['0', '1', '2', '3'] as const;
/** Beyond this many days a row stands here for the time being, and is put further on when the walk comes by. */
const horizonDays = 100;
const width = 8;

/** A record that is due: its partition (`<kind>#<id>`) and when. */
export interface DueRecord {
  pk: string;
  at: Date;
}

const stored = once(() => z.object({ pk: z.string(), at: z.coerce.date(), sk3: z.string() }));
const walked = once(() => z.object({ day: z.string(), version: z.int() }));
const walkKey: Key = { pk: 'WALK', sk: 'DUE' };
const partition = (day: Day, shard: string) => `DUE#${day}#${shard}`;
const shardOf = (pk: string) => String((createHash('sha256').update(pk).digest()[0] ?? 0) % shards.length);

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

function standAt(pk: string, at: Date, now: Date) {
  const last = startOf(daysAfter(dayOf(now), horizonDays));
  const looked = at < last ? at : last;
  // What was due before today stands with today's: the days before have been walked.
  const day = [dayOf(looked), dayOf(now)].toSorted().at(-1) ?? dayOf(looked);
  return { pk3: partition(day, shardOf(pk)), sk3: `${looked.toISOString()}#${pk}` };
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
  const row = await table.get(walkKey);
  const from = row ? walked().parse(row) : { day: previousDay(dayOf(now)), version: 0 };
  let passed = 0;
  for (let day = from.day; day <= dayOf(now); day = nextDay(day)) {
    for (const shard of shards) passed += await walkShard(table, { at: partition(day, shard), now }, pass);
  }
  // Who began an act before midnight may still write a row of the day before: it is walked once more.
  const day = previousDay(dayOf(now));
  if (from.version === 0 || from.day < day) {
    const moved = { ...walkKey, schema: 1, day, version: from.version + 1 };
    await table.put(moved, from.version === 0 ? ifAbsent : ifVersion(from.version));
  }
  return passed;
}

async function walkShard(
  table: Pick<Table, 'query' | 'transact'>,
  { at, now }: { at: string; now: Date },
  pass: (record: DueRecord) => Promise<boolean>,
): Promise<number> {
  let passed = 0;
  let after: Row | undefined;
  do {
    const { rows, last } = await table.query({ index: 'index3', partition: at, limit: 100, ...(after && { after }) });
    const due = rows.map((row) => stored().parse(row)).filter(({ sk3 }) => sk3 < now.toISOString());
    for (let n = 0; n < due.length; n += width) {
      const done = due.slice(n, n + width).map((one) => (one.at > now ? standAgain(table, one, now) : pass(one)));
      passed += (await Promise.all(done)).filter(Boolean).length;
    }
    // Sorted by time: the first that is not due yet ends the walk.
    after = due.length < rows.length ? undefined : last;
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
