import { describe, expect, test } from 'vitest';
import { calendar2026 } from '#shared/calendar-2026';
import { fc } from '../../../../test/support/property.ts';
import type { Limit } from '../catalogue/item.ts';
import { dueOf } from './limit.ts';

const limit = (n: number, unit: Limit['unit']): Limit => ({ n, unit, from: 'accepted', of: 'office' });
type Case = readonly [n: number, unit: Limit['unit'], from: string, expected: string];
const due = ([n, unit, from]: Case) => {
  const { dueAt, provisional } = dueOf(limit(n, unit), new Date(from), [calendar2026]);
  return [new Date(dueAt.getTime() + 8 * 3_600_000).toISOString().slice(0, -1), provisional];
};
const endOfDay = (day: string) => `${day}T23:59:59.999`;

test.each<Case>([
  [5, 'working-day', '2026-08-03T09:00:00+08:00', '2026-08-10'],
  [5, 'working-day', '2026-08-03T00:00:00+08:00', '2026-08-10'],
  [5, 'working-day', '2026-08-03T23:59:59+08:00', '2026-08-10'],
  [1, 'working-day', '2026-02-13T09:00:00+08:00', '2026-02-14'],
  [0, 'working-day', '2026-08-03T09:00:00+08:00', '2026-08-03'],
  [15, 'day', '2026-08-03T09:00:00+08:00', '2026-08-18'],
  [5, 'day', '2026-08-03T09:00:00+08:00', '2026-08-10'],
  [7, 'day', '2026-09-25T09:00:00+08:00', '2026-10-08'],
  [8, 'day', '2026-10-02T09:00:00+08:00', '2026-10-10'],
  [1, 'month', '2026-01-31T09:00:00+08:00', '2026-02-28'],
  [1, 'month', '2026-03-31T09:00:00+08:00', '2026-04-30'],
  [1, 'month', '2026-09-01T09:00:00+08:00', '2026-10-08'],
  [2, 'month', '2026-08-10T23:30:00+08:00', '2026-10-10'],
])('%i %s from %s end with %s', (...one) => {
  expect(due(one)).toEqual([endOfDay(one[3]), false]);
});

test.each<Case>([
  [30, 'minute', '2026-10-01T23:45:00+08:00', '2026-10-02T00:15:00.000'],
  [2, 'hour', '2026-12-31T23:00:00+08:00', '2027-01-01T01:00:00.000'],
])('%i %s from %s run through nights and holidays, to the minute', (...one) => {
  expect(due(one)).toEqual([one[3], false]);
});

describe('beyond the published calendar', () => {
  test.each<Case>([
    [5, 'working-day', '2026-12-30T09:00:00+08:00', '2027-01-06'],
    [10, 'day', '2026-12-28T09:00:00+08:00', '2027-01-07'],
    [1, 'month', '2026-12-15T09:00:00+08:00', '2027-01-15'],
  ])('%i %s from %s end with %s, provisionally', (...one) => {
    expect(due(one)).toEqual([endOfDay(one[3]), true]);
  });
});

const dayMs = 86_400_000;
const shanghaiDay = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
const isWorked = (day: string) => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (calendar2026.off.includes(day)) return false;
  return calendar2026.worked.includes(day) || (weekday > 0 && weekday < 6);
};

describe('property, against a walk from day to day', () => {
  const moment = fc.integer({
    min: Date.parse('2026-01-01T00:00:00+08:00'),
    max: Date.parse('2026-09-30T23:59:59+08:00'),
  });

  test('working days: so many of them lie between, and the last is one', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 40 }), (from, n) => {
        const { dueAt } = dueOf(limit(n, 'working-day'), new Date(from), [calendar2026]);
        let counted = 0;
        let at = from;
        while (shanghaiDay(at) < shanghaiDay(dueAt.getTime())) {
          at += dayMs;
          if (isWorked(shanghaiDay(at))) counted += 1;
        }
        expect(counted).toBe(n);
        expect(isWorked(shanghaiDay(dueAt.getTime()))).toBe(true);
        expect(shanghaiDay(dueAt.getTime() + 1)).not.toBe(shanghaiDay(dueAt.getTime()));
      }),
    );
  });

  test('days: the n-th after the start, or the first worked day behind it', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 }), (from, n) => {
        let at = from + n * dayMs;
        while (!isWorked(shanghaiDay(at))) at += dayMs;
        const { dueAt, provisional } = dueOf(limit(n, 'day'), new Date(from), [calendar2026]);
        expect([shanghaiDay(dueAt.getTime()), provisional]).toEqual([shanghaiDay(at), false]);
      }),
    );
  });
});
