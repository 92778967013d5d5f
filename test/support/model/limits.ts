import { dateOf, dayNumber, isPaused, lastMomentOf, workingDays, type Days, type End, type Span } from './days.ts';

/** The ends of a case's limits, each found by walking day by day. */
export interface Running {
  promise: { n: number; unit: 'working-day' | 'day' };
  accepted?: Date | undefined;
  pauses: readonly Span[];
  extra: number;
  /** A review is extended by calendar days, as it is counted; all else by working days. */
  extraDays?: boolean;
}

/** Calendar days, and on to the next one on which somebody works. */
function calendarDays(days: Days, from: Date, { n, pauses }: { n: number; pauses: readonly Span[] }): End | undefined {
  const stop = Math.min(...pauses.map((one) => (one.until ? Infinity : dayNumber(one.from))));
  const counted: number[] = [];
  let day = dayNumber(from);
  while (counted.length < n) {
    day += 1;
    if (day > stop) return undefined;
    if (!isPaused(day, pauses)) counted.push(day);
  }
  let provisional = !days.isKnown(day);
  while (!days.works(day) || isPaused(day, pauses)) {
    day += 1;
    if (day > stop) return undefined;
    provisional ||= !days.isKnown(day);
  }
  return { day, counted, provisional };
}

/** Where the promise ends; undefined before acceptance and while a pause keeps it open. */
export function promiseEnd(
  days: Days,
  { promise, accepted, pauses, extra, extraDays = false }: Running,
): End | undefined {
  if (!accepted) return undefined;
  if (promise.unit === 'working-day') return counted(days, accepted, { n: promise.n + extra, pauses });
  if (extraDays) return calendarDays(days, accepted, { n: promise.n + extra, pauses });
  // An extension is one of working days, behind the day on which the promise would have ended.
  const first = calendarDays(days, accepted, { n: promise.n, pauses });
  if (!first || extra === 0) return first;
  const more = workingDays(days, lastMomentOf(first.day), { n: extra, pauses });
  const whole = more && counted(days, accepted, { n: workedUntil(days, accepted, { day: more.day, pauses }), pauses });
  return whole && { ...whole, provisional: first.provisional || more.provisional };
}

/** What needs no day at all ends on the day itself, and on the next one on which somebody works. */
const counted = (days: Days, from: Date, { n, pauses }: { n: number; pauses: readonly Span[] }): End | undefined =>
  (n === 0 ? calendarDays : workingDays)(days, from, { n, pauses });

/** How many days are worked, and not paused, from the one after a moment to a day. */
function workedUntil(days: Days, from: Date, { day, pauses }: { day: number; pauses: readonly Span[] }): number {
  let n = 0;
  for (let one = dayNumber(from) + 1; one <= day; one += 1) if (days.works(one) && !isPaused(one, pauses)) n += 1;
  return n;
}

/** 红黄绿灯 at a moment: by the days that are gone, each with its first moment. */
export function lightAt(days: Days, running: Running, now: Date): string {
  const end = promiseEnd(days, running);
  if (end && lastMomentOf(end.day) < now) return 'red';
  const { promise, pauses, extra, extraDays } = running;
  // A pause that begins on the last day takes nothing out of the limit.
  const lasts = end?.day !== dayNumber(now);
  if (lasts && pauses.some(({ from, until }) => from <= now && (!until || now < until))) return 'paused';
  const gone = (end?.counted ?? []).filter((day) => day <= dayNumber(now)).length;
  const total = promise.unit === 'day' && extra > 0 && !extraDays ? (end?.counted.length ?? 0) : promise.n + extra;
  return gone / total >= 0.9 ? 'yellow' : 'green';
}

interface Length {
  n: number;
  unit?: 'working-day' | 'day';
  pauses?: readonly Span[];
}

/** No notice takes more weekdays from a year (services/intake/README.md, Limits). */
const mostOff = 40;

/** The days as they are where all that is not known yet turns out as slow as it can. */
function slowest(days: Days, pauses: readonly Span[]): Days {
  const off = new Map<string, number>();
  const works = (day: number): boolean => {
    const [year, isFree] = [dateOf(day).slice(0, 4), days.isKnown(day) || isPaused(day, pauses)];
    if (!days.works(day) || isFree || off.get(year) === mostOff) return days.works(day);
    off.set(year, (off.get(year) ?? 0) + 1);
    return false;
  };
  return { ...days, works };
}

/** When the promise has passed, whatever a calendar that is not known makes of it. */
export function promiseOver(days: Days, running: Running): { at: Date; provisional: boolean } | undefined {
  const end = promiseEnd(days, running);
  const last = end?.provisional ? promiseEnd(slowest(days, running.pauses), running) : end;
  return end && last && { at: lastMomentOf(last.day), provisional: end.provisional };
}

/** The same of so many days: nothing comes of them before they have passed for sure. */
export function overAfter(days: Days, from: Date, length: Length): Date | undefined {
  const { n, unit, pauses = [] } = length;
  const end = (unit === 'day' ? calendarDays : workingDays)(days, from, { n, pauses });
  return end && endOfDays(end.provisional ? slowest(days, pauses) : days, from, length);
}

/** The last moment of so many days, working days unless said otherwise; undefined while an open pause keeps them from it. */
export function endOfDays(days: Days, from: Date, { n, unit, pauses = [] }: Length): Date | undefined {
  const walk = unit === 'day' ? calendarDays : workingDays;
  const end = walk(days, from, { n, pauses });
  return end && lastMomentOf(end.day);
}

/** The last moment of a date. */
export function endOfDate(date: string): Date {
  const day = dayNumber(new Date(`${date}T00:00:00+08:00`));
  if (dateOf(day) !== date) throw new Error('no such date');
  return lastMomentOf(day);
}
