import { describe, expect, test } from 'vitest';
import { calendar2025, shippedCalendars } from '#shared/calendars';
import type { Limit } from '../catalogue/item.ts';
import { dueOf, type Clock } from './limit.ts';
import type { Pause } from './pause.ts';

type Case = readonly [n: number, unit: Limit['unit'], from: string, expected: string];
const dueIn = (clock: Clock, calendar = shippedCalendars) => {
  const due = dueOf(clock, calendar);
  return due && [new Date(due.dueAt.getTime() + 8 * 3_600_000).toISOString().slice(0, -1), due.provisional];
};
const due = ([n, unit, from]: Case) => dueIn({ limit: { n, unit }, from: new Date(from) });
const endOfDay = (day: string) => `${day}T23:59:59.999`;

test.each<Case>([
  [5, 'working-day', '2026-08-03T09:00:00+08:00', '2026-08-10'],
  [5, 'working-day', '2026-08-03T00:00:00+08:00', '2026-08-10'],
  [5, 'working-day', '2026-08-03T23:59:59.999+08:00', '2026-08-10'],
  [5, 'working-day', '2026-08-04T00:00:00+08:00', '2026-08-11'],
  [1, 'working-day', '2026-02-13T09:00:00+08:00', '2026-02-14'],
  [0, 'working-day', '2026-08-03T09:00:00+08:00', '2026-08-03'],
  // Received on a holiday: the next working day is both the first that counts and the earliest on which anything is due.
  [0, 'working-day', '2026-10-03T09:00:00+08:00', '2026-10-08'],
  [1, 'working-day', '2026-10-03T09:00:00+08:00', '2026-10-08'],
  [0, 'day', '2026-10-03T09:00:00+08:00', '2026-10-08'],
  [0, 'month', '2026-08-03T09:00:00+08:00', '2026-08-03'],
  // Accepted on a Saturday that is worked: it is not counted, like any day of acceptance.
  [1, 'working-day', '2026-02-28T09:00:00+08:00', '2026-03-02'],
  [0, 'working-day', '2026-02-28T09:00:00+08:00', '2026-02-28'],
  [1, 'day', '2024-02-28T09:00:00+08:00', '2024-02-29'],
  [1, 'working-day', '2024-02-28T09:00:00+08:00', '2024-02-29'],
  [1, 'month', '2024-01-31T09:00:00+08:00', '2024-02-29'],
  [12, 'month', '2024-02-29T09:00:00+08:00', '2025-02-28'],
  [24, 'month', '2024-02-29T09:00:00+08:00', '2026-02-28'],
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
  [30, 'minute', '2026-08-03T09:00+08:00', '2026-08-03T09:30:00.000'],
  // Over noon, over the night, over the national holidays; what comes before nine waits for nine.
  [30, 'minute', '2026-08-03T11:45+08:00', '2026-08-03T13:45:00.000'],
  [2, 'hour', '2026-08-03T16:00+08:00', '2026-08-04T10:00:00.000'],
  [30, 'minute', '2026-08-03T07:00+08:00', '2026-08-03T09:30:00.000'],
  [30, 'minute', '2026-09-30T16:45+08:00', '2026-10-08T09:15:00.000'],
  // October 10 is a Saturday that is worked.
  [7, 'hour', '2026-10-09T09:00+08:00', '2026-10-10T09:30:00.000'],
  [0, 'hour', '2026-10-01T23:45+08:00', '2026-10-01T23:45:00.000'],
])('%i %s from %s run while the office is open, to the minute', (...one) => {
  expect(due(one)).toEqual([one[3], false]);
});

test('the office hours are those of the set', () => {
  const hours = [{ from: '2026-01-01', shifts: [{ from: 8 * 60, until: 11 * 60 }] }];
  const calendar = shippedCalendars.map((one) => ({ ...one, hours }));
  const from = new Date('2026-08-03T10:30+08:00');
  expect(dueIn({ limit: { n: 1, unit: 'hour' }, from }, calendar)).toEqual(['2026-08-04T08:30:00.000', false]);
});

test('hours that run into a year whose calendar is not published are provisional', () => {
  const clock: Clock = { limit: { n: 3, unit: 'hour' }, from: new Date('2026-12-31T16:00+08:00') };
  expect(dueIn(clock)).toEqual(['2027-01-01T11:00:00.000', true]);
  expect(dueOf(clock, shippedCalendars)?.latest).toEqual(new Date('2027-02-26T11:00+08:00'));
});

describe('beyond the published calendar', () => {
  test.each<Case>([
    [5, 'working-day', '2026-12-30T09:00:00+08:00', '2027-01-06'],
    [10, 'day', '2026-12-28T09:00:00+08:00', '2027-01-07'],
    [1, 'month', '2026-12-15T09:00:00+08:00', '2027-01-15'],
    [12, 'month', '2026-12-15T09:00:00+08:00', '2027-12-15'],
    [0, 'working-day', '2027-01-04T09:00:00+08:00', '2027-01-04'],
  ])('%i %s from %s end with %s, provisionally', (...one) => {
    expect(due(one)).toEqual([endOfDay(one[3]), true]);
  });

  test('working days that run through an unpublished year are provisional, however published their end', () => {
    const only = shippedCalendars.filter((one) => one !== calendar2025);
    const from = new Date('2024-12-31T09:00:00+08:00');
    expect(dueIn({ limit: { n: 264, unit: 'working-day' }, from }, only)).toEqual([endOfDay('2026-01-06'), true]);
    // Calendar days are the same in every year: only the last is looked up.
    expect(dueIn({ limit: { n: 371, unit: 'day' }, from }, only)).toEqual([endOfDay('2026-01-06'), false]);
  });
});

/** `08-04 09:00/08-06 17:00`, open where the end is left out. */
const pause = (span: string): Pause => {
  const [from = '', until] = span.split('/').map((one) => new Date(`2026-${one.replace(' ', 'T')}:00+08:00`));
  return { from: new Date(from), until };
};
type Paused = readonly [
  n: number,
  unit: Limit['unit'],
  from: string,
  pauses: readonly string[],
  expected: string | undefined,
];
const duePaused = ([n, unit, from, pauses]: Paused) =>
  dueIn({ limit: { n, unit }, from: new Date(`2026-${from}:00+08:00`), pauses: pauses.map(pause) })?.[0];

describe('a pause is not counted from the day after it begins to the day it ends', () => {
  // From Monday, August 3: 5 working days end on Monday the 10th.
  test.each<Paused>([
    [5, 'working-day', '08-03T09:00', ['08-04 09:00/08-06 17:00'], '2026-08-12'],
    [5, 'working-day', '08-03T09:00', ['08-04 00:00/08-06 23:59'], '2026-08-12'],
    [5, 'working-day', '08-03T09:00', ['08-04 09:00/08-04 17:00'], '2026-08-10'],
    [5, 'working-day', '08-03T09:00', ['08-07 09:00/08-09 17:00'], '2026-08-10'],
    [5, 'working-day', '08-03T09:00', ['08-07 09:00/08-10 09:00'], '2026-08-11'],
    // Overlapping, equal, contained, adjoining, and with a day between.
    [5, 'working-day', '08-03T09:00', ['08-04 09:00/08-06 17:00', '08-05 09:00/08-07 17:00'], '2026-08-13'],
    [5, 'working-day', '08-03T09:00', ['08-04 09:00/08-06 17:00', '08-04 09:00/08-06 17:00'], '2026-08-12'],
    [5, 'working-day', '08-03T09:00', ['08-04 09:00/08-07 17:00', '08-05 09:00/08-06 17:00'], '2026-08-13'],
    [5, 'working-day', '08-03T09:00', ['08-06 09:00/08-07 17:00', '08-04 09:00/08-06 08:00'], '2026-08-13'],
    [5, 'working-day', '08-03T09:00', ['08-04 09:00/08-05 17:00', '08-06 09:00/08-07 17:00'], '2026-08-12'],
    // Before the limit began, around its beginning, and after its end.
    [5, 'working-day', '08-03T09:00', ['07-28 09:00/07-30 17:00'], '2026-08-10'],
    [5, 'working-day', '08-03T09:00', ['07-28 09:00/08-04 17:00'], '2026-08-11'],
    [5, 'working-day', '08-03T09:00', ['08-03 09:00/08-04 17:00'], '2026-08-11'],
    [5, 'working-day', '08-03T09:00', ['08-11 09:00/08-14 17:00'], '2026-08-10'],
    // The last day is counted before a pause that begins on it.
    [5, 'working-day', '08-03T09:00', ['08-10 09:00/08-14 17:00'], '2026-08-10'],
    [0, 'working-day', '08-03T09:00', ['07-30 09:00/08-04 17:00'], '2026-08-05'],
    [0, 'working-day', '08-03T09:00', ['08-03 08:00/08-04 17:00'], '2026-08-03'],
    [15, 'day', '08-03T09:00', ['08-04 09:00/08-06 17:00'], '2026-08-20'],
    // Calendar days that end on a Saturday move behind the pause that begins on it.
    [5, 'day', '08-03T09:00', ['08-08 09:00/08-11 17:00'], '2026-08-12'],
    [1, 'month', '08-10T09:00', ['08-11 09:00/08-14 17:00'], '2026-09-14'],
    [30, 'minute', '08-03T09:00', ['08-03 09:10/08-03 09:20'], '2026-08-03T09:40'],
    [30, 'minute', '08-03T09:00', ['08-03 09:15/08-03 09:25', '08-03 09:10/08-03 09:20'], '2026-08-03T09:45'],
    [30, 'minute', '08-03T09:00', ['08-03 08:50/08-03 09:20'], '2026-08-03T09:50'],
    [30, 'minute', '08-03T09:00', ['08-03 08:00/08-03 08:20'], '2026-08-03T09:30'],
    [30, 'minute', '08-03T09:00', ['08-03 09:30/08-03 09:50'], '2026-08-03T09:30'],
    [2, 'hour', '08-03T09:00', ['08-03 10:59/08-10 09:00'], '2026-08-10T09:01'],
  ])('%i %s from %s with %j end with %s', (...one) => {
    const expected = one[4] ?? '';
    expect(duePaused(one)).toBe(expected.includes('T') ? `${expected}:00.000` : endOfDay(expected));
  });
});

describe('while a pause is open there is no end', () => {
  test.each<Paused>([
    [5, 'working-day', '08-03T09:00', ['08-04 09:00'], undefined],
    [5, 'working-day', '08-03T09:00', ['08-04 09:00', '08-05 09:00/08-07 17:00'], undefined],
    [0, 'working-day', '08-03T09:00', ['08-01 09:00'], undefined],
    [5, 'day', '08-03T09:00', ['08-08 09:00'], undefined],
    [1, 'month', '08-03T09:00', ['08-04 09:00'], undefined],
    [30, 'minute', '08-03T09:00', ['08-03 09:29'], undefined],
  ])('%i %s from %s with %j', (...one) => {
    expect(duePaused(one)).toBeUndefined();
  });

  test.each<Paused>([
    [5, 'working-day', '08-03T09:00', ['08-10 09:00'], '2026-08-10'],
    [5, 'working-day', '08-03T09:00', ['08-12 09:00'], '2026-08-10'],
    [30, 'minute', '08-03T09:00', ['08-03 09:30'], '2026-08-03T09:30'],
  ])('but %i %s from %s had passed before %j stopped them', (...one) => {
    expect(duePaused(one)).toContain(one[4]);
  });
});

// The extension is in working days whatever the limit is counted in: as the paper says that is sent.
test.each<readonly [Limit['unit'], string]>([
  ['working-day', '2026-08-24T23:59:59.999'],
  // Five calendar days end on Saturday, so on Monday the 10th.
  ['day', '2026-08-24T23:59:59.999'],
  ['month', '2027-01-18T23:59:59.999'],
  ['minute', '2026-08-17T23:59:59.999'],
  ['hour', '2026-08-17T23:59:59.999'],
])('an extension by ten working days of 5 %ss ends ten working days after they would', (unit, expected) => {
  const from = new Date('2026-08-03T09:00:00+08:00');
  expect(dueIn({ limit: { n: 5, unit }, from, extra: { n: 10, unit: 'working-day' } })?.[0]).toBe(expected);
});

test('an extension of a review in calendar days counts on where its limit is counted in them', () => {
  const from = new Date('2026-08-03T09:00:00+08:00');
  expect(dueIn({ limit: { n: 5, unit: 'day' }, from, extra: { n: 10, unit: 'day' } })?.[0]).toBe(
    endOfDay('2026-08-18'),
  );
});
