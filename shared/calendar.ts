/** A year's published notice: days off that would be working days, and weekend days that are worked. */
export interface CalendarYear {
  year: number;
  off: readonly string[];
  worked: readonly string[];
  /** From which day on the offices of the set are open when on a day that is worked, in minutes after midnight; absent: as usual. In the order of the days. */
  hours?: readonly OpenFrom[] | undefined;
}

/** Office hours from a day on, and the notice that says so. */
export interface OpenFrom {
  from: Day;
  shifts: readonly { from: number; until: number }[];
  notice?: string;
}

/** A legal day, `yyyy-mm-dd` in Asia/Shanghai; such days sort as text. */
export type Day = string;

export interface Due {
  day: Day;
  /** True where the count ran into a year whose notice is not published: weekends alone were left out. */
  provisional: boolean;
}

const shanghaiMs = 8 * 3_600_000;
const dayMs = 86_400_000;

// Days are reckoned with at midnight UTC, where every one of them has 24 hours.
const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** The legal day of a moment: Asia/Shanghai has been UTC+8 without summer time since 1992. */
export function dayOf(moment: Date): Day {
  return dayAt(moment.getTime() + shanghaiMs);
}

/** The first moment of a legal day. */
export function startOf(day: Day): Date {
  return new Date(at(day) - shanghaiMs);
}

/** The last moment of a legal day. */
export function endOf(day: Day): Date {
  return new Date(at(day) - shanghaiMs + dayMs - 1);
}

/** The day `n` calendar days later; earlier, where `n` is negative. */
export function daysAfter(day: Day, n: number): Day {
  return dayAt(at(day) + n * dayMs);
}

export const nextDay = (day: Day): Day => daysAfter(day, 1);
export const previousDay = (day: Day): Day => daysAfter(day, -1);

/** How many calendar days `to` lies after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((at(to) - at(from)) / dayMs);
}

/** The same day `n` months on, or the last day of that month where it has none (民法典 art. 202). */
export function monthsAfter(day: Day, n: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + n, Math.min(date, lastDate)));
}

export function isWeekend(day: Day): boolean {
  const weekday = new Date(at(day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Whether the notice of every year from one day to another is published. */
export function arePublished(first: Day, last: Day, calendar: readonly CalendarYear[]): boolean {
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    if (!calendar.some((one) => one.year === year)) return false;
  }
  return true;
}

/** Whether a day is worked; by weekends alone where its year is not published. */
export function isWorkingDay(day: Day, calendar: readonly CalendarYear[]): boolean {
  const notice = calendar.find(({ year }) => year === yearOf(day));
  if (notice?.off.includes(day)) return false;
  return Boolean(notice?.worked.includes(day)) || !isWeekend(day);
}

/**
 * The last of `n` working days, counted from the day after `start` (行政许可法 art. 82: limits are working days;
 * the day on which a limit begins is not counted).
 */
export function workingDaysAfter(start: Day, n: number, calendar: readonly CalendarYear[]): Due {
  let day = start;
  for (let counted = 0; counted < n;) {
    day = nextDay(day);
    if (isWorkingDay(day, calendar)) counted += 1;
  }
  return { day, provisional: n > 0 && !arePublished(nextDay(start), day, calendar) };
}

/** How many days after one day, up to and with another, are worked: as `workingDaysAfter` counts them. */
export function workingDaysBetween(after: Day, to: Day, calendar: readonly CalendarYear[]): number {
  let counted = 0;
  for (let day = nextDay(after); day <= to; day = nextDay(day)) counted += Number(isWorkingDay(day, calendar));
  return counted;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
