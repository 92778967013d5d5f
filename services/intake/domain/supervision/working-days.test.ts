import { expect, test } from 'vitest';
import type { Limit } from '../catalogue/item.ts';
import { inWorkingDays } from './working-days.ts';

test.each<[number, Limit['unit'], number]>([
  [240, 'minute', 1],
  [480, 'minute', 1],
  [481, 'minute', 2],
  [0, 'minute', 0],
  [9, 'hour', 2],
  [20, 'working-day', 20],
  [7, 'day', 5],
  [15, 'day', 11],
  [1, 'month', 22],
])('%i %s are %i working days', (n, unit, days) => {
  expect(inWorkingDays({ n, unit })).toBe(days);
});
