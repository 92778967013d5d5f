import * as z from 'zod';
import type { CalendarYear } from '#shared/calendar';
import { once } from '#shared/once';
import { ifAbsent, ifVersion, type Key, type Table, type Write } from '#shared/table';
import { firstMoved } from '../domain/clock/amendment.ts';

/** Of a recount that is under way: from which day on limits moved, since when, and how far the diary has been walked. */
const recount = once(() =>
  z.object({
    version: z.int(),
    first: z.string(),
    since: z.coerce.date(),
    place: z.string().optional(),
    after: z.record(z.string(), z.unknown()).optional(),
  }),
);
export type Recount = z.infer<ReturnType<typeof recount>>;

/** How far a recount came: a place of the diary, and behind which row of it where not all of it is done. */
export type Position = Pick<Recount, 'place' | 'after'>;

const recountKey: Key = { pk: 'WALK', sk: 'RECOUNT' };

const done = once(() => z.object({ version: z.int(), done: z.literal(true) }));
const stored = once(() => z.union([done(), recount()]));

/** Orders a recount with the calendar that asks for it, where a day counts otherwise by it; one that is still under way begins anew, from the earlier day. */
export async function recountWrites(
  table: Pick<Table, 'get'>,
  { was, is }: { was: CalendarYear | undefined; is: CalendarYear },
  at: Date,
): Promise<Write[]> {
  const first = firstMoved(was, is);
  return first ? recountFrom(table, first, at) : [];
}

/** Orders a recount of what ends on a day or later. */
export async function recountFrom(table: Pick<Table, 'get'>, first: string, at: Date): Promise<Write[]> {
  const row = await table.get(recountKey);
  const known = row && stored().parse(row);
  const from = known && 'first' in known && known.first < first ? known.first : first;
  const version = (known?.version ?? 0) + 1;
  const put = { ...recountKey, schema: 1, version, first: from, since: at.toISOString() };
  return [{ put, when: known ? ifVersion(known.version) : ifAbsent }];
}

/** How far a recount has come: a row of its own, so that whoever goes on begins where the last one was stopped. */
export function recountStore(table: Table) {
  return {
    async ordered(): Promise<Recount | undefined> {
      const row = await table.get(recountKey);
      const known = row && stored().parse(row);
      return known && 'first' in known ? known : undefined;
    },

    async moveTo({ place, after }: Position, { version, ...rest }: Recount): Promise<Recount> {
      const moved = { ...rest, version: version + 1, place, after };
      await table.put({ ...recountKey, schema: 1, ...moved, since: rest.since.toISOString() }, ifVersion(version));
      return moved;
    },

    async finish({ version }: Recount): Promise<undefined> {
      await table.put({ ...recountKey, schema: 1, version: version + 1, done: true }, ifVersion(version));
    },
  };
}
