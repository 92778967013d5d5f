import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import { dayOf, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import type { Key, Row, Table, Write } from '#shared/table';
import { buckets } from '../domain/figures/buckets.ts';
import { counted } from '../domain/figures/counted.ts';
import type { Cell } from '../domain/figures/figures.ts';
import type { NoticeChange } from '../domain/notice/change.ts';

/** Of a day, so that no row is asked for by all at once. */
const shards = '0123456789abcdef';

interface Place {
  at: Date;
  /** Of what is counted: its last digit is the shard. */
  id: string;
  district: string;
}

const partitionOf = (day: Day, shard: string): string => `TOLD#${day}#${shard}`;
const keyOf = ({ at, id, district }: Place, what: string): Key => ({
  pk: partitionOf(dayOf(at), id.slice(-1)),
  sk: `${district}#${what}`,
});

/** Where lines of inboxes are counted: the channel that needs no provider. */
export const toldKey = (place: Place, message: string): Key => keyOf(place, message);

/** What a change of a notice adds to the figures, in its own transaction: counted once, whoever is killed. */
export function figureWrites(change: NoticeChange): Write[] {
  const found = counted(change);
  if (!found) return [];
  const { at, district, channel, provider = '', template, by } = found;
  const add = keyOf({ at, district, id: change.notice.id }, `#${channel}#${provider}#${template}`);
  return [{ add, by, set: { schema: 1 } }];
}

/** Writes of one transaction, in which no row may be named twice: what is added to one counter is added at once. */
export function addedUp(writes: readonly Write[]): Write[] {
  const sums = new Map<string, Extract<Write, { add: Key }>>();
  for (const write of writes) {
    if (!('add' in write)) continue;
    const name = `${write.add.pk} ${write.add.sk}`;
    const by: Record<string, number> = { ...sums.get(name)?.by };
    for (const [counter, n] of Object.entries(write.by)) by[counter] = (by[counter] ?? 0) + n;
    sums.set(name, { ...write, by });
  }
  return [...writes.filter((one) => !('add' in one)), ...sums.values()];
}

const count = z.int().optional();
const stored = once(() =>
  z.object({
    pk: z.string(),
    sk: z.string(),
    told: count,
    sent: count,
    delivered: count,
    read: count,
    permanent: count,
    temporary: count,
    technical: count,
    ...Object.fromEntries(buckets.map((one) => [one, count])),
  }),
);

/** The counters of some days, of one district or of all: sixteen queries a day, however many notices there were. */
export function figureStore(table: Pick<Table, 'query'>) {
  return {
    async of(days: readonly Day[], district: string | undefined): Promise<Cell[]> {
      const prefix = district && { prefix: `${district}#` };
      const partitions = days.flatMap((day) => Array.from(shards, (shard) => partitionOf(day, shard)));
      const rows: Row[] = [];
      for (let n = 0; n < partitions.length; n += shards.length) {
        const some = partitions.slice(n, n + shards.length);
        rows.push(...(await Promise.all(some.map((partition) => allRows(table, { partition, ...prefix })))).flat());
      }
      return rows.map(cellIn);
    },
  };
}

/** A line in an inbox is delivered as soon as it is written. */
function cellIn(row: Row): Cell {
  const { pk, sk, told, ...counts } = stored().parse(row);
  const [, day = ''] = pk.split('#');
  const [district = '', message = '', channel = 'inbox', provider = '', template = message] = sk.split('#');
  const lines = told === undefined ? {} : { sent: told, delivered: told };
  return { day, district, channel, provider, template, counts: { ...counts, ...lines } };
}
