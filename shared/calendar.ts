/** A year's published notice: days off that would be working days, and weekend days that are worked. */
export interface CalendarYear {
  year: number;
  off: readonly string[];
  worked: readonly string[];
}

/** A legal day, `yyyy-mm-dd` in Asia/Shanghai. */
export type Day = string;

export interface Due {
  day: Day;
  /** True where the count ran into a year whose notice is not published: weekends alone were left out. */
  provisional: boolean;
}

const shanghaiMs = 8 * 3_600_000;
const dayMs = 86_400_000;

/** The legal day of a moment: Asia/Shanghai has been UTC+8 without summer time since 1992. */
export function dayOf(moment: Date): Day {
  return new Date(moment.getTime() + shanghaiMs).toISOString().slice(0, 10);
}

/** The last moment of a legal day. */
export function endOf(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - shanghaiMs + dayMs - 1);
}

/**
 * The last of `n` working days, counted from the day after `start` (行政许可法 art. 82: limits are working days;
 * the day on which a limit begins is not counted).
 */
export function workingDaysAfter(start: Day, n: number, calendar: readonly CalendarYear[]): Due {
  let at = Date.parse(`${start}T00:00:00Z`);
  let provisional = false;
  for (let counted = 0; counted < n;) {
    at += dayMs;
    const day = new Date(at).toISOString().slice(0, 10);
    const year = calendar.find((one) => one.year === Number(day.slice(0, 4)));
    provisional ||= !year;
    if (isWorked(day, year)) counted += 1;
  }
  return { day: new Date(at).toISOString().slice(0, 10), provisional };
}

function isWorked(day: Day, year: CalendarYear | undefined): boolean {
  if (year?.off.includes(day)) return false;
  if (year?.worked.includes(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
