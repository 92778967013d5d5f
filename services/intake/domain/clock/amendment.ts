import { isWorkingDay, nextDay, type CalendarYear, type Day } from '#shared/calendar';

/** The days of a year that count otherwise by one calendar than by another, in order. */
export function turnedDays(was: CalendarYear, is: CalendarYear): Day[] {
  const turned: Day[] = [];
  for (let day = `${is.year}-01-01`; day.startsWith(`${is.year}-`); day = nextDay(day)) {
    if (isWorkingDay(day, [was]) !== isWorkingDay(day, [is])) turned.push(day);
  }
  return turned;
}

/**
 * The first day of a year that counts otherwise by one calendar than by another; undefined where every day counts alike.
 * A year that had none begins to be certain with its first day. No limit that ends before that day moves.
 */
export function firstMoved(was: CalendarYear | undefined, is: CalendarYear): Day | undefined {
  return was ? turnedDays(was, is)[0] : `${is.year}-01-01`;
}
