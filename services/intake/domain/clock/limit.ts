import { dayOf, endOf, workingDaysAfter, type CalendarYear } from '#shared/calendar';
import type { Limit } from '../catalogue/item.ts';

export interface DueAt {
  dueAt: Date;
  /** True while the notice for a year on the way is not published. */
  provisional: boolean;
}

/** When a limit that begins now ends: with the last moment of its last day, or to the minute. */
export function dueOf(limit: Limit, from: Date, calendar: readonly CalendarYear[]): DueAt {
  const { n, unit } = limit;
  if (unit === 'minute') return exactly(new Date(from.getTime() + n * 60_000));
  if (unit === 'hour') return exactly(new Date(from.getTime() + n * 3_600_000));
  if (unit === 'working-day') {
    const { day, provisional } = workingDaysAfter(dayOf(from), n, calendar);
    return { dueAt: endOf(day), provisional };
  }
  const last = unit === 'month' ? monthsAfter(dayOf(from), n) : daysAfter(dayOf(from), n);
  // A last day that is no working day moves to the next one (民法典 art. 203).
  const { day, provisional } = workingDaysAfter(daysAfter(last, -1), 1, calendar);
  return { dueAt: endOf(day), provisional };
}

const exactly = (dueAt: Date): DueAt => ({ dueAt, provisional: false });

function daysAfter(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
}

/** The same day n months on, or the last day of that month where it has none (民法典 art. 202). */
function monthsAfter(day: string, n: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + n + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + n, Math.min(date, lastDay))).toISOString().slice(0, 10);
}
