import { expect, test } from 'vitest';
import { createClock, durationMs } from '../clock.ts';
import { readSchedule } from './schedule.ts';
import { createScheduler } from './scheduler.ts';

const at = (text: string): number => Date.parse(text);
const next = (expression: string, after: string): string =>
  new Date(readSchedule(expression, at('2026-01-01T00:00:30Z'))(at(after))).toISOString();

test.each([
  ['rate(5 minutes)', '2026-01-01T00:00:30Z', '2026-01-01T00:05:00.000Z'],
  ['rate(1 day)', '2026-01-03T12:00:00Z', '2026-01-04T00:00:00.000Z'],
  ['cron(0 16 * * ? *)', '2026-02-28T16:00:00Z', '2026-03-01T16:00:00.000Z'],
  ['cron(0/15 8-9 ? * MON-FRI *)', '2026-08-01T00:00:00Z', '2026-08-03T08:00:00.000Z'],
  ['cron(30 9 1,15 * ? *)', '2026-08-01T09:30:00Z', '2026-08-15T09:30:00.000Z'],
  ['cron(0 0 L FEB ? *)', '2027-03-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ['cron(59 23 31 12 ? 2026)', '2026-01-01T00:00:00Z', '2026-12-31T23:59:00.000Z'],
])('%s after %s is due at %s', (expression, after, expected) => {
  expect(next(expression, after)).toBe(expected);
});

test.each([
  'rate(0 minutes)',
  'rate(5 fortnights)',
  'cron(* * * *)',
  'cron(61 * * * ? *)',
  'cron(0 0 15W * ? *)',
  'at(x)',
])('%s is refused', (expression) => {
  expect(() => readSchedule(expression, 0)).toThrow();
});

test('a schedule in the past of its year never comes', () => {
  expect(readSchedule('cron(0 0 1 1 ? 2020)', 0)(at('2026-01-01T00:00:00Z'))).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  ['+5d', 432_000_000],
  ['3h', 10_800_000],
  ['+1d12h', 129_600_000],
  ['90s', 90_000],
])('%s is %i ms', (text, expected) => {
  expect(durationMs(text)).toBe(expected);
});

test.each(['-1d', '5', 'tomorrow', '+', '1y'])('the clock cannot be moved by %s', (text) => {
  expect(() => durationMs(text)).toThrow('is not a duration');
});

test('a move stops at every due instant in order and drains there before going on', async () => {
  const clock = createClock();
  const start = clock.ms();
  const seen: string[] = [];
  let undrained = 0;
  const scheduler = createScheduler(clock, async () => {
    await Promise.resolve();
    undrained = 0;
  });
  const rule = (name: string, minutes: number): void =>
    scheduler.add(
      (after) => start + (Math.floor((after - start) / (minutes * 60_000)) + 1) * minutes * 60_000,
      () => {
        undrained += 1;
        seen.push(`${name} at ${Math.round((clock.ms() - start) / 60_000)}, ${undrained} in hand`);
      },
    );
  rule('b', 20);
  rule('a', 10);

  await Promise.all([scheduler.move(durationMs('25m')), scheduler.move(durationMs('5m'))]);
  scheduler.stop();

  expect(seen).toEqual(['a at 10, 1 in hand', 'b at 20, 1 in hand', 'a at 20, 2 in hand', 'a at 30, 1 in hand']);
  expect(clock.ms() - start).toBeGreaterThanOrEqual(30 * 60_000);
});

test('a rule that is due in real time fires by itself', async () => {
  const clock = createClock();
  const fired = Promise.withResolvers<string>();
  const scheduler = createScheduler(clock, () => Promise.resolve());
  scheduler.add(
    (after) => after + 5,
    () => fired.resolve('fired'),
  );
  scheduler.start();
  expect(await fired.promise).toBe('fired');
  scheduler.stop();
});
