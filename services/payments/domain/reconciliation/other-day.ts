import { dayOf } from '#shared/calendar';
import type { Read } from './row.ts';

/** The days that a statement is of: one, but a bank's that has those on which it did not work before. */
export interface Span {
  from: string;
  day: string;
}

/**
 * Looks on while a file is read, and tells at its end of which other day the whole of it is: as it says itself, else where no row is of
 * this one. A row of a neighbouring day among others may be early or late, and a single one may be: they are differences like others.
 */
export function dayWatcher({ from, day }: Span) {
  const days = new Map<string, number>();
  let said: string | undefined;
  let isOwn = false;
  return {
    see(one: Read): void {
      if ('day' in one) said = one.day;
      if (isOwn || !('row' in one)) return;
      const of = dayOf(one.row.at);
      isOwn = from <= of && of <= day;
      days.set(of, (days.get(of) ?? 0) + 1);
    },
    otherDay(): string | undefined {
      if (said !== undefined) return said === day ? undefined : said;
      const [[most, rows] = [day, 0]] = [...days].toSorted(([, one], [, other]) => other - one);
      return isOwn || (days.size === 1 && rows <= 1) ? undefined : rows > 0 ? most : undefined;
    },
  };
}
