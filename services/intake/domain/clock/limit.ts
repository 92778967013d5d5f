import { arePublished, dayOf, daysBetween, endOf, isWorkingDay, monthsAfter, nextDay } from '#shared/calendar';
import { slowest } from './slowest.ts';
import type { CalendarYear, Day } from '#shared/calendar';
import type { Limit } from '../catalogue/item.ts';
import { pausedDays, pausedTimes, type Pause } from './pause.ts';

/** A limit that runs: from when, what stopped it, and by how many of its own units it was extended. */
export interface Clock {
  limit: Pick<Limit, 'n' | 'unit'>;
  from: Date;
  pauses?: readonly Pause[];
  extra?: number;
}

export interface DueAt {
  dueAt: Date;
  /** True while the notice for a year on the way is not published. */
  provisional: boolean;
  /** Of a provisional end: the latest that any calendar could make it. */
  latest?: Date;
}

/** When a limit has passed whatever calendar is published: nothing is done by time on a guess. */
export const surelyPast = ({ dueAt, latest = dueAt }: DueAt): Date => (latest > dueAt ? latest : dueAt);

/**
 * When a limit ends: with the last moment of its last day, or to the millisecond where it is one of minutes or hours.
 * Undefined while a pause is open, unless the limit ends before that pause stops it: no pause hides that it has passed.
 */
export function dueOf(clock: Clock, calendar: readonly CalendarYear[]): DueAt | undefined {
  const unit = unitMs(clock);
  return unit === undefined ? dueByDays(clock, calendar) : dueByTime(clock, unitsOf(clock) * unit);
}

/** How long a minute or an hour is; undefined where a limit is counted in days. */
export function unitMs({ limit: { unit } }: Clock): number | undefined {
  if (unit === 'minute') return 60_000;
  return unit === 'hour' ? 3_600_000 : undefined;
}

/** The length of a limit with its extension, in its own unit. */
export function unitsOf({ limit, extra = 0 }: Clock): number {
  return limit.n + extra;
}

/** How many days are counted, and which: working days, or every day; the day on which the limit begins never is. */
export function countOf(clock: Clock, calendar: readonly CalendarYear[]) {
  const { from, pauses = [], limit } = clock;
  const begun = dayOf(from);
  const paused = pausedDays(pauses);
  const counts = (day: Day): boolean =>
    !paused.includes(day) && (limit.unit !== 'working-day' || isWorkingDay(day, calendar));
  const total = limit.unit === 'month' ? daysBetween(begun, monthsAfter(begun, unitsOf(clock))) : unitsOf(clock);
  return { begun, total, paused, counts };
}

function dueByTime({ from, pauses = [] }: Clock, ms: number): DueAt | undefined {
  let at = from.getTime();
  let left = ms;
  for (const pause of pausedTimes(pauses)) {
    if (at + left <= pause.from) break;
    if (pause.until === Infinity) return undefined;
    left -= Math.max(0, pause.from - at);
    at = Math.max(at, pause.until);
  }
  return { dueAt: new Date(at + left), provisional: false };
}

function dueByDays(clock: Clock, calendar: readonly CalendarYear[]): DueAt | undefined {
  const { begun, total, paused, counts } = countOf(clock, calendar);
  let day = begun;
  for (let counted = 0; counted < total;) {
    day = nextDay(day);
    if (paused.hasNoEndFrom(day)) return undefined;
    if (counts(day)) counted += 1;
  }
  // A last day that is no working day moves to the next one (民法典 art. 203), and so does one on which nobody may work on it.
  const last = day;
  while (paused.includes(day) || !isWorkingDay(day, calendar)) {
    if (paused.hasNoEndFrom(day)) return undefined;
    day = nextDay(day);
  }
  // Calendar days are the same in every calendar: only where they end is asked of it.
  const first = clock.limit.unit === 'working-day' && total > 0 ? nextDay(begun) : last;
  if (arePublished(first, day, calendar)) return { dueAt: endOf(day), provisional: false };
  const latest = dueByDays(clock, slowest(calendar, first, paused.includes))?.dueAt;
  return { dueAt: endOf(day), provisional: true, ...(latest && { latest }) };
}
