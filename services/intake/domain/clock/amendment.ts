import { isWorkingDay, nextDay, type CalendarYear, type Day } from '#shared/calendar';

/**
 * The first day of a year that counts otherwise by one calendar than by another; undefined where every day counts alike.
 * A year that had none begins to be certain with its first day. No limit that ends before that day moves.
 */
export function firstMoved(was: CalendarYear | undefined, is: CalendarYear): Day | undefined {
  const first = `${is.year}-01-01`;
  if (!was) return first;
  for (let day = first; day.startsWith(`${is.year}-`); day = nextDay(day)) {
    if (isWorkingDay(day, [was]) !== isWorkingDay(day, [is])) return day;
  }
  return undefined;
}
