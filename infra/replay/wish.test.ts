import { expect, test } from 'vitest';
import { readWish, usage } from './wish.ts';

const now = new Date('2026-11-23T10:00:00Z');
const ofDay = (day: string) => readWish(['--from', day, '--to', day], now);
const read = (...args: string[]) => readWish(args, now);

test('days are counted from the first to the last, both of them with it', () => {
  expect(read('--from', '2026-10-31', '--to', '2026-11-02', '--set', 'gulou', '--consumer', 'notifications')).toEqual({
    days: ['2026-10-31', '2026-11-01', '2026-11-02'],
    set: 'gulou',
    consumer: 'notifications',
  });
  expect(read('--from', '2026-11-23', '--to', '2026-11-23')).toEqual({ days: ['2026-11-23'] });
});

test.each([
  [[], usage],
  [['--from', '2026-11-20'], usage],
  [['--from', 'yesterday', '--to', '2026-11-23'], usage],
  [['--from', '2026-02-30', '--to', '2026-11-23'], usage],
  [['--from', '2026-11-20', '--to', '2026-11-23', '--all'], usage],
  [['--from', '2026-11-20', '--to', '2026-11-23', '--set', '../x'], usage],
  [['--from', '2026-11-23', '--to', '2026-11-20'], '--from 2026-11-23 is later than --to 2026-11-20'],
  [['--from', '2026-11-20', '--to', '2026-11-24'], '--to 2026-11-24 has not come yet'],
])('%j is refused in one line', (args, problem) => {
  expect(readWish(args, now)).toEqual({ problem });
});

test('days whose marks are gone are refused, the last that has them is not', () => {
  expect(ofDay('2025-10-20')).toEqual({ days: ['2025-10-20'] });
  expect(ofDay('2025-10-19')).toEqual({ problem: expect.stringContaining('more than 400 days ago') });
});
