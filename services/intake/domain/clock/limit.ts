import { arePublished, dayOf, daysBetween, endOf, isWorkingDay, monthsAfter, nextDay } from '#shared/calendar';
import { slowest } from './slowest.ts';
import type { CalendarYear, Day } from '#shared/calendar';
import type { Limit } from '../catalogue/item.ts';
import { workedTimes } from './hours.ts';
import { pausedDays, type Pause } from './pause.ts';

/** 延长: by how many days, and of which kind; the same for every limit of a case, whatever that is counted in. */
export interface Extra {
  n: number;
  unit: 'working-day' | 'day';
}

/** A limit that runs: from when, what stopped it, and by what it was extended. */
export interface Clock {
  limit: Pick<Limit, 'n' | 'unit'>;
  from: Date;
  pauses?: readonly Pause[];
  extra?: Extra | undefined;
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
  const { extra, ...plain } = clock;
  if (!extra || extra.n === 0) return dueWithin(plain, calendar);
  if (extra.unit === clock.limit.unit) return dueWithin({ ...plain, limit: lengthened(clock.limit, extra) }, calendar);
  // Days of another kind are counted from the end that the limit would have had.
  const first = dueWithin(plain, calendar);
  const more = first && dueByDays({ ...plain, limit: extra, from: first.dueAt }, calendar);
  if (!more || !first.provisional) return more;
  const latest = dueByDays({ ...plain, limit: extra, from: surelyPast(first) }, calendar);
  return { ...more, provisional: true, ...(latest && { latest: surelyPast(latest) }) };
}

const lengthened = ({ n, unit }: Clock['limit'], extra: Extra) => ({ n: n + extra.n, unit });

function dueWithin(clock: Clock, calendar: readonly CalendarYear[]): DueAt | undefined {
  const unit = unitMs(clock);
  return unit === undefined ? dueByDays(clock, calendar) : dueByTime(clock, clock.limit.n * unit, calendar);
}

/** A limit with its extension as one of a single kind of days, so that what has gone of it can be counted. */
export function asOne(clock: Clock, calendar: readonly CalendarYear[]): Clock {
  const { extra, limit, from, pauses = [] } = clock;
  if (!extra || extra.n === 0) return { limit, from, pauses };
  if (extra.unit === limit.unit) return { limit: lengthened(limit, extra), from, pauses };
  const ended = pauses.filter(({ until }) => until !== undefined);
  const due = dueOf({ ...clock, pauses: ended }, calendar);
  const { counts, begun } = countOf({ limit: { n: 0, unit: extra.unit }, from, pauses: ended }, calendar);
  const last = due ? dayOf(due.dueAt) : begun;
  let n = 0;
  for (let day = nextDay(begun); day <= last; day = nextDay(day)) if (counts(day)) n += 1;
  return { limit: { n, unit: extra.unit }, from, pauses };
}

/** How long a minute or an hour is; undefined where a limit is counted in days. */
export function unitMs({ limit: { unit } }: Clock): number | undefined {
  if (unit === 'minute') return 60_000;
  return unit === 'hour' ? 3_600_000 : undefined;
}

/** How many days are counted, and which: working days, or every day; the day on which the limit begins never is. */
export function countOf(clock: Clock, calendar: readonly CalendarYear[]) {
  const { from, pauses = [], limit } = clock;
  const begun = dayOf(from);
  const paused = pausedDays(pauses);
  const counts = (day: Day): boolean =>
    !paused.includes(day) && (limit.unit !== 'working-day' || isWorkingDay(day, calendar));
  const total = limit.unit === 'month' ? daysBetween(begun, monthsAfter(begun, limit.n)) : limit.n;
  return { begun, total, paused, counts };
}

function dueByTime(clock: Clock, ms: number, calendar: readonly CalendarYear[]): DueAt | undefined {
  if (ms === 0) return { dueAt: clock.from, provisional: false };
  let left = ms;
  for (const { from, until } of workedTimes(clock, calendar)) {
    if (left > until - from) {
      left -= until - from;
      continue;
    }
    const dueAt = new Date(from + left);
    const [first, last] = [dayOf(clock.from), dayOf(dueAt)];
    if (arePublished(first, last, calendar)) return { dueAt, provisional: false };
    const latest = dueByTime(clock, ms, slowest(calendar, first, pausedDays(clock.pauses ?? []).includes))?.dueAt;
    return { dueAt, provisional: true, ...(latest && { latest }) };
  }
  return undefined;
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
