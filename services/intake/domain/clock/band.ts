import type { CalendarYear } from '#shared/calendar';
import { daysCounted } from './light.ts';
import { asOne, countOf, unitMs, type Clock } from './limit.ts';

/** Limits of like length stand in one band, named by its place here; each ends with so many days. The last has no end. */
export const bandEnds = [1, 2, 4, 8, 16, 32, 128, 512, Infinity] as const;
export const longest = bandEnds.length - 1;

/**
 * The band of a limit: in one band the cases of one light are, but for a few, a range of due times, whatever part of a limit
 * shows it in yellow. Where a pause has moved the end, less is left than its day says, so it stands among the few.
 */
export function bandOf(running: Clock, calendar: readonly CalendarYear[]): number {
  const clock = asOne(running, calendar);
  // What runs by the hour stands still over nights and days off: how far its end is says little of how much is left.
  if (unitMs(clock) !== undefined) return longest;
  const { total } = countOf(clock, calendar);
  return isMoved(clock, total, calendar) ? longest : bandOfDays(total);
}

const bandOfDays = (days: number): number => bandEnds.findIndex((end) => days <= end);

/** Whether every day of a limit had gone when a pause ended, and only its last day was still to come. */
function isMoved({ pauses = [], ...rest }: Clock, total: number, calendar: readonly CalendarYear[]): boolean {
  return pauses.some(({ until }) => !until || daysCounted({ ...rest, pauses }, until, calendar) >= total);
}
