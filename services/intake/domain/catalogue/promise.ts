import type { Limit } from './item.ts';

/**
 * Whether one limit surely ends later than another. Limits of two units are compared only where one is certain, whatever the
 * calendar: ten working days may be more than a fortnight, and fewer.
 */
export function isLonger(one: Limit, other: Limit): boolean {
  return isShorter(other, { ...one, from: other.from, of: other.of });
}

/** Whether one limit surely ends no later than another: it binds the same side, and begins no later. */
export function isWithin(one: Limit, other: Limit): boolean {
  if (one.of !== other.of || (one.from !== other.from && one.from !== 'received')) return false;
  return (one.n === other.n && one.unit === other.unit) || isShorter({ ...one, from: other.from }, other);
}

/** Whether one limit surely ends earlier than another that begins with it. */
export function isShorter(one: Limit, other: Limit): boolean {
  if (one.from !== other.from || one.of !== other.of) return false;
  if (one.unit === other.unit) return one.n < other.n;
  // The day on which a limit begins is not counted, so n days last at least n times 24 hours.
  if (other.unit === 'day' || other.unit === 'working-day') {
    if (one.unit === 'minute') return one.n < other.n * 1440;
    if (one.unit === 'hour') return one.n < other.n * 24;
    return one.unit === 'day' && one.n <= other.n;
  }
  if (other.unit === 'hour') return one.unit === 'minute' && one.n < other.n * 60;
  // The shortest month has 28 days.
  return other.unit === 'month' && one.unit === 'day' && one.n < other.n * 28;
}
