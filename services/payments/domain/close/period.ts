import * as z from 'zod';
import { once } from '#shared/once';
import { daysAfter, nextDay, previousDay, startOf } from '#shared/calendar';
import { periodState } from './graph.ts';

/** A day `2026-08-03`, a month `2026-08` or a year `2026`: it is its own id. */
export type PeriodKind = 'day' | 'month' | 'year';

const said = once(() => z.object({ by: z.string(), party: z.string().optional(), at: z.coerce.date() }));

/** 结账: how the books of a time stand on their way to being shut. */
export const period = once(() =>
  z.object({
    id: z.string(),
    version: z.int().min(1),
    state: periodState,
    proposal: said().optional(),
    approval: said().optional(),
    /** Why it was not shut: what a person wrote, or what stood in the way of the run. */
    returned: said().extend({ reason: z.string() }).optional(),
    /** Of a month, a year: digest of the open items by age that its proposal shows, and that who approves it signs. */
    ageing: z.string().optional(),
    /** How far a run has come in proving it: the last day or month that is as it was sealed. */
    proved: z.string().optional(),
    /** Of a year: how many items it leaves to the next, and their digest; they are written down under this version. */
    carried: z.object({ version: z.int(), items: z.int(), hash: z.string() }).optional(),
    seal: z.object({ hash: z.string(), entries: z.int(), at: z.coerce.date() }).optional(),
    timelineHash: z.string(),
  }),
);
export type Period = z.infer<ReturnType<typeof period>>;

export const kindOfPeriod = (id: string): PeriodKind => (id.length === 10 ? 'day' : id.length === 7 ? 'month' : 'year');

/** The first and the last day of a time. */
export function daysOf(id: string): { first: string; last: string } {
  if (id.length === 10) return { first: id, last: id };
  const first = id.length === 7 ? `${id}-01` : `${id}-01-01`;
  // Thirty-one days on is always in the month after, and 366 in the year after.
  const next = daysAfter(first, id.length === 7 ? 31 : 366).slice(0, id.length);
  return { first, last: previousDay(id.length === 7 ? `${next}-01` : `${next}-01-01`) };
}

/** The days of a month or the months of a year that the books had begun in, in order. */
export function partsOfPeriod(id: string, begun: string): string[] {
  const { first, last } = daysOf(id);
  const length = id.length === 7 ? 10 : 7;
  const parts = new Set<string>();
  for (let day = first < begun ? begun : first; day <= last; day = nextDay(day)) parts.add(day.slice(0, length));
  return [...parts];
}

/** The time of the same kind before it. */
export const previousOf = (id: string): string => previousDay(daysOf(id).first).slice(0, id.length);

/** 12:00 of the day after its last one: by when it is to be shut. */
export const targetOf = (id: string): Date => new Date(startOf(nextDay(daysOf(id).last)).getTime() + 12 * 3_600_000);

/**
 * A function that writes entries runs for a quarter of an hour at the most, and writes them under the time at which it began: an hour
 * after midnight nothing can be written on the day before any more.
 */
const graceMs = 3_600_000;
export const isOver = (id: string, at: Date): boolean => at.getTime() >= overAt(id).getTime();
export const overAt = (id: string): Date => new Date(startOf(nextDay(daysOf(id).last)).getTime() + graceMs);
