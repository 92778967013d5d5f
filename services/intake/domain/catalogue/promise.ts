import type { Limit } from './item.ts';

const dayMs = 86_400_000;
/** No set is open for less on a day that is worked (`hours` of a set: infra/districts.ts). */
export const leastOpenMs = 6 * 3_600_000;
/** Working days from receipt to acceptance, at most: what is silent longer counts as accepted on receipt (行政许可法 art. 32(4)). */
const wait = 5;
/** The longest run of days off: the spring festival of 2020, as it was extended in January (国办发明电〔2020〕1号). */
const rest = 10;

/**
 * Whether one limit surely ends no later than another, whatever the calendar and whenever both begin: it binds the same side,
 * and if it begins with the acceptance where the other begins with the receipt, the time between them is in it.
 */
export function isWithin(one: Limit, other: Limit): boolean {
  if (one.of !== other.of) return false;
  if (one.from === other.from || one.from === 'received') return endsWithin(one, other);
  if (one.unit === 'working-day') return endsWithin({ ...one, n: one.n + wait }, other);
  if (other.unit === 'working-day') return endsWithin(one, { ...other, n: other.n - wait });
  return endsWithin(one, { n: shortestDays(other) - longestWorking(wait), unit: 'day' });
}

/** Whether one limit is surely the shorter: it never ends later, and the other may. */
export const isShorter = (one: Limit, other: Limit): boolean => isWithin(one, other) && !isWithin(other, one);

type Length = Pick<Limit, 'n' | 'unit'>;

function endsWithin(one: Length, other: Length): boolean {
  if (one.unit === other.unit) return one.n <= other.n;
  const [time, most] = [msOf(one), msOf(other)];
  if (time !== undefined && most !== undefined) return time <= most;
  // Hours run while the office is open: they are over by the end of as many working days as they fill, behind the first.
  if (time !== undefined) return endsWithin({ n: Math.ceil(time / leastOpenMs), unit: 'working-day' }, other);
  // Limits in days move alike from a day off to the next that is worked, so the days on which they would end decide.
  return longestDays(one) <= shortestDays(other);
}

function msOf({ n, unit }: Length): number | undefined {
  if (unit === 'minute') return n * 60_000;
  return unit === 'hour' ? n * 3_600_000 : undefined;
}

/** Calendar days in which n working days have surely passed: two in three are worked, but for one long run of days off. */
const longestWorking = (n: number): number => (n === 0 ? 0 : Math.ceil(n * 1.5) + rest - 1);

function longestDays({ n, unit }: Length): number {
  if (unit === 'working-day') return longestWorking(n);
  return unit === 'month' && n > 0 ? Math.ceil((n * 366) / 12) + 1 : n;
}

/** How many calendar days a limit surely lasts; every day may be one that is worked, and the shortest month has 28. */
function shortestDays({ n, unit }: Length): number {
  if (unit === 'month') return Math.max(0, Math.floor((n * 365) / 12) - 2);
  const ms = msOf({ n, unit });
  // However long the office is open, so many hours pass; and what ends in days may have moved to the next that is worked.
  return ms === undefined ? n : Math.floor(ms / dayMs) - 1 - rest;
}
