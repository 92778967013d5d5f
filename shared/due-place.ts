import { createHash } from 'node:crypto';
import { dayOf, daysAfter, startOf, type Day } from '#shared/calendar';

/** The parts of a day, so that no partition gets all that is due on it. */
export const dueShards = ['0', '1', '2', '3'] as const;
/** Beyond this many days a row stands here for the time being, and is put further on when the walk comes by. */
export const horizonDays = 100;

/** The partition of index3 in which the rows of a day (yyyy-mm-dd, Shanghai) and shard stand, by time. */
export const duePartition = (day: Day, shard: string) => `DUE#${day}#${shard}`;
/** The shard of a record, by its partition key. */
export const shardOf = (pk: string) => String((createHash('sha256').update(pk).digest()[0] ?? 0) % dueShards.length);

/** The keys of index3 by which a record's row is found when it is due, or, of one due far off, at the horizon. */
export function standAt(pk: string, at: Date, now: Date) {
  const last = startOf(daysAfter(dayOf(now), horizonDays));
  const looked = at < last ? at : last;
  // What was due before today stands with today's: the days before have been walked.
  const day = [dayOf(looked), dayOf(now)].toSorted().at(-1) ?? dayOf(looked);
  return { pk3: duePartition(day, shardOf(pk)), sk3: `${looked.toISOString()}#${pk}` };
}
