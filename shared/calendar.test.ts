import { describe, expect, test } from 'vitest';
import {
  arePublished,
  dayOf,
  daysBetween,
  endOf,
  isWeekend,
  isWorkingDay,
  monthsAfter,
  nextDay,
  previousDay,
  startOf,
  workingDaysAfter,
  workingDaysBetween,
} from '#shared/calendar';
import { calendar2024, calendar2025, calendar2026, shippedCalendars } from '#shared/calendars';
import { fc } from '../test/support/property.ts';

const calendar = [calendar2026];
const after = (start: string, n: number) => workingDaysAfter(start, n, calendar);

// The State Council's notice for 2026 (facts/time-limits.md), written out day by day for comparison.
const off = `
  01-01 01-02 01-03
  02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23
  04-04 04-05 04-06
  05-01 05-02 05-03 05-04 05-05
  06-19 06-20 06-21
  09-25 09-26 09-27
  10-01 10-02 10-03 10-04 10-05 10-06 10-07`
  .trim()
  .split(/\s+/);
const workedWeekends = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'];

/** An independent model: one day after the other, by the lists above and the day of the week. */
function isWorkedInModel(day: string): boolean {
  const monthDay = day.slice(5);
  if (off.includes(monthDay)) return false;
  const weekday = new Date(`${day}T12:00:00Z`).toUTCString().slice(0, 3);
  return workedWeekends.includes(monthDay) || (weekday !== 'Sat' && weekday !== 'Sun');
}
const dayNumber = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

test('every day of 2026 is worked or not as the notice says', () => {
  for (let n = 1; n < 365; n++) {
    const isNext = after(dayNumber(n - 1), 1).day === dayNumber(n);
    expect([dayNumber(n), isNext]).toEqual([dayNumber(n), isWorkedInModel(dayNumber(n))]);
  }
});

test('the notice names 33 days off, and six weekend days in their place', () => {
  expect(calendar2026.off).toEqual(off.map((day) => `2026-${day}`));
  expect(calendar2026.worked).toEqual(workedWeekends.map((day) => `2026-${day}`));
});

test.each([
  ['2026-08-03', 1, '2026-08-04'],
  ['2026-08-07', 1, '2026-08-10'],
  ['2026-08-03', 20, '2026-08-31'],
  // Saturdays that are worked: before the spring festival, after it, in May, after the national day.
  ['2026-02-13', 1, '2026-02-14'],
  ['2026-02-14', 1, '2026-02-24'],
  ['2026-02-13', 5, '2026-02-27'],
  ['2026-02-27', 1, '2026-02-28'],
  ['2026-04-30', 1, '2026-05-06'],
  ['2026-05-08', 1, '2026-05-09'],
  ['2026-09-18', 1, '2026-09-20'],
  ['2026-09-30', 1, '2026-10-08'],
  ['2026-09-30', 3, '2026-10-10'],
])('from %s on, working day %i is %s', (start, n, day) => {
  expect(after(start, n)).toEqual({ day, provisional: false });
});

test('zero working days end on the day itself, worked or not', () => {
  expect(after('2026-10-01', 0)).toEqual({ day: '2026-10-01', provisional: false });
});

describe('a year without a published notice', () => {
  test('is counted by weekends alone, and the result says that it is provisional', () => {
    expect(after('2026-12-31', 1)).toEqual({ day: '2027-01-01', provisional: true });
    expect(after('2025-12-31', 1)).toEqual({ day: '2026-01-04', provisional: false });
    expect(workingDaysAfter('2026-08-03', 1, [])).toEqual({ day: '2026-08-04', provisional: true });
  });

  test('does not make a count provisional that ends before it', () => {
    expect(after('2026-12-30', 1)).toEqual({ day: '2026-12-31', provisional: false });
  });
});

test('property: n working days are the n-th day that the model counts, and as many lie between', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 40 }), (from, n) => {
      const counted: string[] = [];
      for (let at = from + 1; counted.length < n; at++) if (isWorkedInModel(dayNumber(at))) counted.push(dayNumber(at));
      const expected = counted.at(-1) ?? '';
      fc.pre(expected < '2027');
      expect(after(dayNumber(from), n)).toEqual({ day: expected, provisional: false });
      expect(workingDaysBetween(dayNumber(from), expected, calendar)).toBe(n);
    }),
  );
});

describe('a legal day', () => {
  test.each([
    ['2026-08-03T15:59:59.999Z', '2026-08-03'],
    ['2026-08-03T16:00:00Z', '2026-08-04'],
    ['2026-08-03T23:59:59+08:00', '2026-08-03'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
  ])('of %s is %s in Shanghai', (moment, day) => {
    expect(dayOf(new Date(moment))).toBe(day);
  });

  test('ends with its last millisecond', () => {
    expect(endOf('2026-08-03')).toEqual(new Date('2026-08-03T23:59:59.999+08:00'));
    expect(dayOf(endOf('2026-02-28'))).toBe('2026-02-28');
    expect(dayOf(new Date(endOf('2026-02-28').getTime() + 1))).toBe('2026-03-01');
  });

  test('begins with its first millisecond', () => {
    expect(startOf('2026-08-03')).toEqual(new Date('2026-08-03T00:00:00+08:00'));
    expect(dayOf(startOf('2024-02-29'))).toBe('2024-02-29');
    expect(startOf(nextDay('2024-02-29')).getTime()).toBe(endOf('2024-02-29').getTime() + 1);
  });

  test('lies between its neighbours, over leap days and the turn of the year', () => {
    expect(['2024-02-28', '2024-02-29', '2025-02-28', '2025-12-31'].map(nextDay)).toEqual([
      '2024-02-29',
      '2024-03-01',
      '2025-03-01',
      '2026-01-01',
    ]);
    expect(previousDay('2026-01-01')).toBe('2025-12-31');
    expect([daysBetween('2024-02-28', '2024-03-01'), daysBetween('2026-01-01', '2025-12-31')]).toEqual([2, -1]);
  });

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months are %s', (day, n, expected) => {
    expect(monthsAfter(day, n)).toBe(expected);
  });
});

// Counted by law: until 2024 New Year's Day 1, Spring Festival 3, Qingming 1, Labour Day 1, Dragon Boat 1, Mid-Autumn 1 and
// National Day 3; from 2025 one more for the Spring Festival and one more for Labour Day (全国年节及纪念日放假办法).
describe.each([
  [calendar2024, 11],
  [calendar2025, 13],
  [calendar2026, 13],
] as const)('the notice for $year', ({ year, off, worked }, byLaw) => {
  const weekdaysOff = off.filter((day) => !isWeekend(day));

  test('works on weekend days alone, and is off on days of its own year, each named once', () => {
    expect(worked.filter((day) => !isWeekend(day))).toEqual([]);
    expect(new Set([...off, ...worked]).size).toBe(off.length + worked.length);
    expect([...off, ...worked].filter((day) => !day.startsWith(`${year}-`))).toEqual([]);
    expect([off.toSorted(), worked.toSorted()]).toEqual([off, worked]);
  });

  test('gives no more and no fewer days than the law: what is off beyond it is worked on a weekend', () => {
    const working = Array.from({ length: 366 }, (_, n) =>
      new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10),
    );
    const ofYear = working.filter((day) => day.startsWith(`${year}-`));
    const byWeekends = ofYear.filter((day) => !isWeekend(day)).length;
    const workedDays = ofYear.filter((day) => isWorkingDay(day, shippedCalendars)).length;
    expect(byWeekends - workedDays).toBe(weekdaysOff.length - worked.length);
    expect(byLaw - (byWeekends - workedDays)).toBe(0);
  });
});

test('years are published one by one', () => {
  expect(arePublished('2024-01-01', '2026-12-31', shippedCalendars)).toBe(true);
  expect(arePublished('2026-12-31', '2027-01-01', shippedCalendars)).toBe(false);
  expect(arePublished('2024-12-31', '2026-01-01', [calendar2024, calendar2026])).toBe(false);
});
