import { dayOf, nextDay, type CalendarYear } from '#shared/calendar';
import { workedTimes } from './hours.ts';
import { asOne, countOf, dueOf, unitMs, type Clock } from './limit.ts';
import { isPausedAt } from './pause.ts';

/** How much of a limit is used up. A limit of months is counted in days, one of minutes or hours in parts of them too, an extended one in the days of its extension. */
export interface Spent {
  spent: number;
  total: number;
  unit: 'minute' | 'hour' | 'working-day' | 'day';
}

/** 电子监察: how near its end a limit is. */
export type Light = 'green' | 'yellow' | 'red' | 'paused';

/** The part of a limit that may go before it is shown in yellow. */
export const usualThreshold = 0.9;

/** What of a limit has gone by a moment. A day is used up with its first moment, so the last day of a limit is a warning. */
export function spentOf(running: Clock, now: Date, calendar: readonly CalendarYear[]): Spent {
  const clock = asOne(running, calendar);
  const ms = unitMs(clock);
  if (ms === undefined) return spentDays(clock, now, calendar);
  const total = clock.limit.n;
  const spent = Math.min(total, runningMs(clock, now.getTime(), calendar) / ms);
  return { spent, total, unit: clock.limit.unit === 'minute' ? 'minute' : 'hour' };
}

/**
 * Red once the limit has passed, whatever pauses it now; else paused, yellow from the threshold on, or green. A pause that
 * begins on the last day of a limit comes too late: with that day the limit has passed.
 */
export function lightOf(
  clock: Clock,
  { now, threshold = usualThreshold }: { now: Date; threshold?: number },
  calendar: readonly CalendarYear[],
): Light {
  const due = dueOf(clock, calendar);
  if (due && due.dueAt < now) return 'red';
  const isLastDay = due !== undefined && dayOf(due.dueAt) === dayOf(now);
  if (!isLastDay && isPausedAt(now, clock.pauses ?? [])) return 'paused';
  const { spent, total } = spentOf(clock, now, calendar);
  return total === 0 || spent / total >= threshold ? 'yellow' : 'green';
}

/** The days of a limit that have gone by a moment, also those beyond its end. */
export function daysCounted(clock: Clock, until: Date, calendar: readonly CalendarYear[]): number {
  const { begun, counts } = countOf(clock, calendar);
  const last = dayOf(until);
  let counted = 0;
  for (let day = nextDay(begun); day <= last; day = nextDay(day)) {
    if (counts(day)) counted += 1;
  }
  return counted;
}

function spentDays(clock: Clock, now: Date, calendar: readonly CalendarYear[]): Spent {
  const { total } = countOf(clock, calendar);
  const spent = Math.min(total, daysCounted(clock, now, calendar));
  return { spent, total, unit: clock.limit.unit === 'working-day' ? 'working-day' : 'day' };
}

/** The office hours from the start of a limit to a moment, without what pauses take out of them. */
function runningMs(clock: Clock, now: number, calendar: readonly CalendarYear[]): number {
  let running = 0;
  for (const { from, until } of workedTimes(clock, calendar)) {
    if (from >= now) break;
    running += Math.min(until, now) - from;
  }
  return running;
}
