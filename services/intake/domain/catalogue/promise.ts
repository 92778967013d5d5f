import type { Limit } from './item.ts';

/** Whether one limit surely ends later than another. Some cannot be compared: ten working days may be more than a fortnight. */
export function isLonger(one: Limit, other: Limit): boolean {
  return one.unit === other.unit && one.n > other.n;
}
