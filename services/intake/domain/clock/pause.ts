import { dayOf, type Day } from '#shared/calendar';

/** A time in which the office waits for others (行政许可法 art. 45); open while it has no end. */
export interface Pause {
  from: Date;
  until?: Date;
}

const never: Day = '9999-12-31';

/**
 * The days that pauses keep from being counted: each from the day after it begins to the day it ends. A day lies in some
 * pause or in none, so what several have in common is left out once.
 */
export function pausedDays(pauses: readonly Pause[]) {
  const spans = pauses.map(({ from, until }) => ({ after: dayOf(from), to: until ? dayOf(until) : never }));
  return {
    includes: (day: Day): boolean => spans.some(({ after, to }) => after < day && day <= to),
    /** Whether this day and every later one lies in a pause that nobody has ended. */
    hasNoEndFrom: (day: Day): boolean => spans.some(({ after, to }) => after < day && to === never),
  };
}

/** The union of pauses to the millisecond, in order: those that overlap or adjoin are one. */
export function pausedTimes(pauses: readonly Pause[]): { from: number; until: number }[] {
  const times = pauses.map(({ from, until }) => ({ from: from.getTime(), until: until?.getTime() ?? Infinity }));
  const union: typeof times = [];
  for (const { from, until } of times.toSorted((a, b) => a.from - b.from)) {
    const before = union.at(-1);
    if (before && from <= before.until) before.until = Math.max(before.until, until);
    else union.push({ from, until });
  }
  return union;
}

export function isPausedAt(moment: Date, pauses: readonly Pause[]): boolean {
  return pauses.some(({ from, until }) => from <= moment && (!until || moment < until));
}
