import { isWeekend, nextDay, type CalendarYear, type Day } from '#shared/calendar';

/** No notice takes more weekdays from a year. The law gives 13 days; the extension of January 2020 gave some more. */
export const mostOff = 40;

/** Beyond so many years no limit runs. */
const horizonYears = 6;

/**
 * The calendars by which a limit ends last: in each year whose notice is not published, as many weekdays are off as a notice
 * can name, the first ones from a day on that count for the limit.
 */
export function slowest(
  calendar: readonly CalendarYear[],
  first: Day,
  isPaused: (day: Day) => boolean,
): readonly CalendarYear[] {
  const begun = Number(first.slice(0, 4));
  const years = Array.from({ length: horizonYears }, (_, n) => begun + n);
  const unknown = years.filter((year) => !calendar.some((one) => one.year === year));
  return [...calendar, ...unknown.map((year) => ({ year, off: firstWeekdays(year, first, isPaused), worked: [] }))];
}

function firstWeekdays(year: number, first: Day, isPaused: (day: Day) => boolean): Day[] {
  const days: Day[] = [];
  let day = first > `${year}-01-01` ? first : `${year}-01-01`;
  for (; days.length < mostOff && day.startsWith(`${year}-`); day = nextDay(day)) {
    if (!isWeekend(day) && !isPaused(day)) days.push(day);
  }
  return days;
}
