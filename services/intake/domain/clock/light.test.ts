import { describe, expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import type { Limit } from '../catalogue/item.ts';
import { lightOf, spentOf, type Light } from './light.ts';
import type { Clock } from './limit.ts';

const moment = (text: string) => new Date(`2026-${text.replace(' ', 'T')}+08:00`);
/** Accepted on Monday, August 3, at nine. */
const clock = (n: number, unit: Limit['unit'], more: Partial<Clock> = {}): Clock => ({
  limit: { n, unit },
  from: moment('08-03 09:00'),
  ...more,
});
const fiveDays = { n: 5, unit: 'working-day' } as const;
const spent = (one: Clock, now: string) => spentOf(one, moment(now), shippedCalendars);
const light = (one: Clock, now: string, threshold?: number) =>
  lightOf(one, { now: moment(now), threshold }, shippedCalendars);

describe('what is spent of a limit', () => {
  const ten = clock(10, 'working-day');
  test.each<readonly [Clock, string, number, number]>([
    [ten, '08-01 09:00', 0, 10],
    [ten, '08-03 23:59:59.999', 0, 10],
    [ten, '08-04 00:00', 1, 10],
    [ten, '08-09 12:00', 4, 10],
    [ten, '08-17 23:59:59.999', 10, 10],
    [ten, '09-30 12:00', 10, 10],
    [clock(10, 'working-day', { extra: fiveDays }), '08-18 12:00', 11, 15],
    // 5 calendar days end on a Saturday, so on the Monday after it: no more than 5 are spent.
    [clock(5, 'day'), '08-10 12:00', 5, 5],
    [clock(1, 'month'), '08-13 12:00', 10, 31],
    [clock(0, 'working-day'), '08-03 12:00', 0, 0],
    [clock(2, 'hour'), '08-03 10:30', 1.5, 2],
    [clock(30, 'minute'), '08-03 09:27', 27, 30],
    [clock(30, 'minute'), '08-03 08:27', 0, 30],
  ])('%j at %s', (...[one, now, gone, total]) => {
    expect(spent(one, now)).toMatchObject({ spent: gone, total });
  });

  test('stands still in a pause, counts on behind it, and says its unit', () => {
    const paused = { pauses: [{ from: moment('08-05 10:00'), until: moment('08-07 10:00') }] };
    expect(
      ['08-05', '08-06', '08-07', '08-10'].map((day) => spent(clock(10, 'working-day', paused), `${day} 12:00`)),
    ).toEqual([2, 2, 2, 3].map((gone) => ({ spent: gone, total: 10, unit: 'working-day' })));
    expect(spent(clock(1, 'month', paused), '08-07 12:00')).toEqual({ spent: 2, total: 31, unit: 'day' });
    // Two days of six hours and a half, and one hour of the third.
    expect(spent(clock(14, 'hour', paused), '08-06 12:00')).toEqual({ spent: 14, total: 14, unit: 'hour' });
    expect(spent(clock(72, 'hour', paused), '08-06 12:00')).toEqual({ spent: 14, total: 72, unit: 'hour' });
  });
});

describe('the light', () => {
  test.each<readonly [Clock, string, Light]>([
    [clock(10, 'working-day'), '08-03 10:00', 'green'],
    [clock(10, 'working-day'), '08-13 23:59:59.999', 'green'],
    [clock(10, 'working-day'), '08-14 00:00', 'yellow'],
    [clock(10, 'working-day'), '08-17 23:59:59.999', 'yellow'],
    [clock(10, 'working-day'), '08-18 00:00', 'red'],
    // However short a limit is, its last day is a warning.
    [clock(3, 'working-day'), '08-05 23:00', 'green'],
    [clock(3, 'working-day'), '08-06 00:00', 'yellow'],
    [clock(0, 'working-day'), '08-03 10:00', 'yellow'],
    [clock(0, 'working-day'), '08-04 00:00', 'red'],
    [clock(30, 'minute'), '08-03 09:26:59', 'green'],
    [clock(30, 'minute'), '08-03 09:27:00', 'yellow'],
    [clock(30, 'minute'), '08-03 09:30:00', 'yellow'],
    [clock(30, 'minute'), '08-03 09:30:00.001', 'red'],
    [clock(10, 'working-day', { extra: fiveDays }), '08-18 00:00', 'green'],
  ])('of %j at %s is %s', (one, now, expected) => {
    expect(light(one, now)).toBe(expected);
  });

  test('has a threshold that can be set', () => {
    expect(light(clock(10, 'working-day'), '08-10 12:00', 0.5)).toBe('yellow');
    expect(light(clock(10, 'working-day'), '08-07 12:00', 0.5)).toBe('green');
    expect(light(clock(10, 'working-day'), '08-14 12:00', 1)).toBe('green');
  });

  test('is paused from the moment of a pause to its end, open or not, and never hides that the limit has passed', () => {
    const ended = clock(3, 'working-day', { pauses: [{ from: moment('08-05 10:00'), until: moment('08-07 10:00') }] });
    const open = clock(3, 'working-day', { pauses: [{ from: moment('08-05 10:00') }] });
    const late = clock(3, 'working-day', { pauses: [{ from: moment('08-07 10:00') }] });
    expect(['08-05 09:59:59', '08-05 10:00', '08-07 09:59', '08-07 10:00'].map((now) => light(ended, now))).toEqual([
      'green',
      'paused',
      'paused',
      'green',
    ]);
    expect(light(open, '09-30 10:00')).toBe('paused');
    expect(light(late, '08-07 11:00')).toBe('red');
  });
});
