/**
 * Legal days, written anew for tests: knows nothing of `shared/calendar` or `domain/clock`. A day is its number since 1970 in
 * Shanghai; what counts is found by walking day by day.
 */
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface Year {
  year: number;
  off: readonly string[];
  worked: readonly string[];
}

export interface Span {
  from: Date;
  until?: Date | undefined;
}

export const dayNumber = (moment: Date): number => Math.floor((moment.getTime() + 8 * hourMs) / dayMs);
export const lastMomentOf = (day: number): Date => new Date((day + 1) * dayMs - 8 * hourMs - 1);
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

// Day 0 was a Thursday.
const isWeekend = (day: number) => day % 7 === 2 || day % 7 === 3;

/** What each day is by these notices. */
export function daysBy(years: readonly Year[]) {
  const off = new Set(years.flatMap((one) => one.off));
  const worked = new Set(years.flatMap((one) => one.worked));
  const known = new Set(years.map(({ year }) => year));
  return {
    works: (day: number) => !off.has(dateOf(day)) && (worked.has(dateOf(day)) || !isWeekend(day)),
    isKnown: (day: number) => known.has(Number(dateOf(day).slice(0, 4))),
  };
}
export type Days = ReturnType<typeof daysBy>;

/** Whether a day lies in a pause: from the day after it begins to the day it ends, or for good while it is open. */
export const isPaused = (day: number, pauses: readonly Span[]): boolean =>
  pauses.some(({ from, until }) => dayNumber(from) < day && (!until || day <= dayNumber(until)));

export interface End {
  day: number;
  /** The days that were counted, in order. */
  counted: readonly number[];
  provisional: boolean;
}

/** Where so many working days end, walking from the day after they begin; undefined while an open pause keeps them from it. */
export function workingDays(
  days: Days,
  from: Date,
  { n, pauses = [] }: { n: number; pauses?: readonly Span[] },
): End | undefined {
  const open = pauses.filter(({ until }) => !until).map((one) => dayNumber(one.from));
  const stop = Math.min(...open, Infinity);
  const counted: number[] = [];
  let [day, provisional] = [dayNumber(from), false];
  while (counted.length < n) {
    day += 1;
    if (day > stop) return undefined;
    provisional ||= !days.isKnown(day);
    if (days.works(day) && !isPaused(day, pauses)) counted.push(day);
  }
  return { day, counted, provisional };
}
