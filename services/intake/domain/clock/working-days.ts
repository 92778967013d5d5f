import { arePublished, dayOf, endOf, nextDay, workingDaysAfter, type CalendarYear } from '#shared/calendar';
import type { DueAt } from './limit.ts';
import { slowest } from './slowest.ts';

/** The end of so many working days after a moment, which nothing stops; where it is a guess, the latest that any calendar could make it. */
export function afterWorkingDays(n: number, from: Date, calendar: readonly CalendarYear[]): DueAt {
  const begun = dayOf(from);
  const { day } = workingDaysAfter(begun, n, calendar);
  const dueAt = endOf(day);
  const first = nextDay(begun);
  if (arePublished(first, day, calendar)) return { dueAt, provisional: false };
  const last = workingDaysAfter(
    begun,
    n,
    slowest(calendar, first, () => false),
  ).day;
  return { dueAt, provisional: true, latest: endOf(last) };
}
