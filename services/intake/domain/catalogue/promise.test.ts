import { expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { fc } from '../../../../test/support/property.ts';
import { dueOf } from '../clock/limit.ts';
import type { Limit } from './item.ts';
import { isLonger, isShorter } from './promise.ts';

const limit = (n: number, unit: Limit['unit'], rest: Partial<Limit> = {}): Limit => ({
  n,
  unit,
  from: 'accepted',
  of: 'office',
  ...rest,
});

test.each<[string, Limit, Limit, boolean]>([
  ['fewer of the same', limit(4, 'working-day'), limit(5, 'working-day'), true],
  ['as many', limit(5, 'working-day'), limit(5, 'working-day'), false],
  ['days instead of as many working days', limit(5, 'day'), limit(5, 'working-day'), true],
  ['working days instead of more days', limit(4, 'working-day'), limit(20, 'day'), false],
  ['hours of fewer days', limit(23, 'hour'), limit(1, 'day'), true],
  ['hours of as many days', limit(24, 'hour'), limit(1, 'working-day'), false],
  ['minutes of an hour', limit(59, 'minute'), limit(1, 'hour'), true],
  ['days of a short month', limit(27, 'day'), limit(1, 'month'), true],
  ['working days of a month', limit(20, 'working-day'), limit(1, 'month'), false],
  ['fewer, but from a later moment', limit(4, 'working-day'), limit(5, 'working-day', { from: 'received' }), false],
])('%s', (...[, one, other, expected]) => {
  expect(isShorter(one, other)).toBe(expected);
});

test('a limit is longer whatever it is counted from', () => {
  expect(isLonger(limit(6, 'day'), limit(5, 'day', { from: 'received' }))).toBe(true);
  expect(isLonger(limit(5, 'day'), limit(5, 'day'))).toBe(false);
});

const anyLimit = fc.record({
  n: fc.integer({ min: 0, max: 40 }),
  unit: fc.constantFrom<Limit['unit']>('minute', 'hour', 'working-day', 'day', 'month'),
});

test('property: what is called shorter never ends later, whenever it begins', () => {
  const begin = fc.date({ min: new Date('2024-01-01'), max: new Date('2025-10-01'), noInvalidDate: true });
  fc.assert(
    fc.property(anyLimit, anyLimit, begin, (one, other, from) => {
      const [a, b] = [limit(one.n, one.unit), limit(other.n, other.unit)];
      const [first, second] = [a, b].map((each) => dueOf({ limit: each, from }, shippedCalendars)!.dueAt.getTime());
      if (isShorter(a, b)) expect(first).toBeLessThanOrEqual(second!);
      expect(isShorter(a, b) && isShorter(b, a)).toBe(false);
    }),
    { numRuns: 500 },
  );
});
