import * as z from 'zod';
import { envelope, type Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import type { ScheduledAct } from '#shared/tick';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';

/** Facts that came before what they speak of, kept under the awaited id until that arrives. */
export interface Parked {
  awaited: string;
  version: number;
  events: readonly Envelope[];
  /** When the first of them came: the alarm counts from there. */
  since?: string;
}

const stored = once(() => z.object({ version: z.int(), events: z.array(envelope()), since: z.string() }));
const overdueMs = 3_600_000;

export const parkedKey = (awaited: string): Key => ({ pk: `PARK#${awaited}`, sk: 'PARK' });

/** Reads what is parked under an id; nothing when there is no row. */
export function readParked(awaited: string, row: Row | undefined): Parked {
  return row ? { awaited, ...stored().parse(row) } : { awaited, version: 0, events: [] };
}

/** Parks one more fact. The same transaction must check that the awaited one is still absent. */
export function parkWrite({ awaited, version, events, since }: Parked, event: Envelope, { at }: Cause): Write {
  const first = since ?? at.toISOString();
  const place = { pk3: 'PARKED', sk3: `${first}#${awaited}` };
  return {
    put: { ...parkedKey(awaited), schema: 1, version: version + 1, events: [...events, event], since: first, ...place },
    when: version === 0 ? ifAbsent : ifVersion(version),
  };
}

/** Takes what was parked, in the transaction that stores the awaited one; fails where more has been parked meanwhile. */
export function unparkWrite({ awaited, version }: Parked): Write {
  const key = parkedKey(awaited);
  return version === 0 ? { check: key, when: ifAbsent } : { remove: key, when: ifVersion(version) };
}

/** The act of `tick` that every consuming service has: it reports what is parked for too long as a metric. */
export function reportParked({ table, now }: { table: Pick<Table, 'query'>; now: () => Date }): ScheduledAct {
  return async () => ({ ParkedOverdue: await countOverdue(table, now()) });
}

/** How many ids have been awaited for over an hour (at most 100 are counted): an alarm rings above none. */
export async function countOverdue(table: Pick<Table, 'query'>, now: Date): Promise<number> {
  const { rows } = await table.query({ index: 'index3', partition: 'PARKED', limit: 100 });
  const latest = new Date(now.getTime() - overdueMs).toISOString();
  return rows.filter(({ sk3 }) => String(sk3) < latest).length;
}
