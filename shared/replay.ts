import * as z from 'zod';
import { envelope } from '#events/event';
import { busBatch, type Bus } from '#shared/bus';
import { once } from '#shared/once';
import { outboxPartition } from '#shared/outbox';
import { replayWindowDays } from '#shared/replay-window';
import type { Table } from '#shared/table';

export interface ReplayDeps {
  table: Pick<Table, 'query'>;
  bus: Bus;
  now: () => Date;
}

/** One page of one day's shard; `consumer` sends it again to one service alone, `after` goes on behind an event. */
export const replayRequest = once(() =>
  z.strictObject({
    date: z.iso.date(),
    shard: z.string().regex(/^[0-9a-f]$/),
    consumer: z.string().optional(),
    after: z.uuid().optional(),
  }),
);

/** How many facts were sent again, and behind which event to go on; null at the end of the shard. */
export interface Replayed {
  sent: number;
  after: string | null;
}

const stored = once(() => z.object({ event: envelope() }));
const pageSize = 100;

/** Sends the facts of an outbox shard again: the only other publisher. Refuses days whose marks are gone. */
export async function replay(
  { date, shard, consumer, after }: z.infer<ReturnType<typeof replayRequest>>,
  { table, bus, now }: ReplayDeps,
): Promise<Replayed> {
  const ageDays = (now().getTime() - Date.parse(`${date}T00:00:00Z`)) / 86_400_000;
  if (ageDays > replayWindowDays) throw new Error(`nothing older than ${replayWindowDays} days is sent again`);
  const partition = outboxPartition(date, shard);
  const { rows, last } = await table.query({
    partition,
    limit: pageSize,
    ...(after && { after: { pk: partition, sk: after } }),
  });
  const events = rows.map((row) => ({ ...stored().parse(row).event, ...(consumer && { replayFor: consumer }) }));
  for (let start = 0; start < events.length; start += busBatch) {
    const refused = await bus.put(events.slice(start, start + busBatch));
    if (refused === undefined) continue;
    const end = events[start + refused - 1];
    if (!end) throw new Error('the bus took nothing; ask again later');
    return { sent: start + refused, after: end.id };
  }
  return { sent: events.length, after: last ? (events.at(-1)?.id ?? null) : null };
}
