import { expect, test } from 'vitest';
import { daysAfter, isWorkingDay, nextDay, type Day } from '#shared/calendar';
import { shippedCalendars } from '#shared/calendars';
import { fc } from '../../../../test/support/property.ts';
import type { Limit } from './item.ts';
import { isShorter, isWithin } from './promise.ts';

const limit = (n: number, unit: Limit['unit'], rest: Partial<Limit> = {}): Limit => ({
  n,
  unit,
  from: 'accepted',
  of: 'office',
  ...rest,
});
const received = { from: 'received' } as const;

test.each<[string, Limit, Limit, boolean]>([
  ['fewer of the same', limit(4, 'working-day'), limit(5, 'working-day'), true],
  ['as many', limit(5, 'working-day'), limit(5, 'working-day'), false],
  ['days instead of as many working days', limit(5, 'day'), limit(5, 'working-day'), true],
  ['working days that may be more than the days', limit(8, 'working-day'), limit(20, 'day'), false],
  ['working days that are fewer even at the spring festival', limit(7, 'working-day'), limit(20, 'day'), true],
  ['hours of as many days', limit(6, 'hour'), limit(1, 'working-day'), true],
  ['hours of more days', limit(7, 'hour'), limit(1, 'working-day'), false],
  ['minutes of an hour', limit(59, 'minute'), limit(1, 'hour'), true],
  ['as many minutes as an hour has', limit(60, 'minute'), limit(1, 'hour'), false],
  ['days of a short month', limit(28, 'day'), limit(1, 'month'), true],
  ['days of a long month', limit(29, 'day'), limit(1, 'month'), false],
  ['working days of a month', limit(13, 'working-day'), limit(1, 'month'), false],
  ['fewer, but from a later moment', limit(4, 'working-day'), limit(5, 'working-day', received), false],
  ['fewer even with the wait before acceptance', limit(4, 'working-day'), limit(10, 'working-day', received), true],
  ['fewer, but they bind the applicant', limit(4, 'day', { of: 'applicant' }), limit(5, 'day'), false],
])('%s', (...[, one, other, expected]) => {
  expect(isShorter(one, other)).toBe(expected);
});

test.each<[string, Limit, Limit]>([
  ['a thousand days against thirty working days', limit(1000, 'day'), limit(30, 'working-day')],
  ['nine months against thirty working days', limit(9, 'month'), limit(30, 'working-day')],
  ['a month against as many days as it may have fewer', limit(1, 'month'), limit(30, 'day')],
  ['a working day against a day', limit(1, 'working-day'), limit(1, 'day')],
  ['a day against a day of hours', limit(1, 'day'), limit(24, 'hour')],
])('is not taken for as short: %s', (...[, one, other]) => {
  expect(isWithin(one, other)).toBe(false);
});

// The model knows a limit's end by walking over the days, one by one.
const shanghai = (moment: number): Day => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10);
const works = (day: Day) => isWorkingDay(day, shippedCalendars);
const endOf = (day: Day) => Date.parse(`${day}T23:59:59.999+08:00`);

function onNextWorked(day: Day): Day {
  return works(day) ? day : onNextWorked(nextDay(day));
}

function afterDays(begun: Day, n: number, counts: (day: Day) => boolean): Day {
  let day = begun;
  for (let left = n; left > 0;) {
    day = nextDay(day);
    if (counts(day)) left -= 1;
  }
  return day;
}

function afterMonths(begun: Day, n: number): Day {
  let month = Number(begun.slice(0, 4)) * 12 + Number(begun.slice(5, 7)) - 1 + n;
  const first = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  month += 1;
  const next = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const [wanted, last] = [`${first.slice(0, 8)}${begun.slice(8)}`, daysAfter(next, -1)];
  return wanted < last ? wanted : last;
}

/** From nine to twelve and from half past one to five, on days that are worked. */
function whileOpen(from: number, ms: number): number {
  let left = ms;
  for (let day = shanghai(from); left > 0; day = nextDay(day)) {
    for (const [opens, closes] of works(day)
      ? [
          ['09:00', '12:00'],
          ['13:30', '17:00'],
        ]
      : []) {
      const begins = Math.max(from, Date.parse(`${day}T${opens}:00+08:00`));
      const open = Math.max(0, Date.parse(`${day}T${closes}:00+08:00`) - begins);
      if (left <= open) return begins + left;
      left -= open;
    }
  }
  return from;
}

function due({ n, unit }: Limit, from: number): number {
  if (unit === 'minute') return whileOpen(from, n * 60_000);
  if (unit === 'hour') return whileOpen(from, n * 3_600_000);
  const begun = shanghai(from);
  if (unit === 'month') return endOf(onNextWorked(afterMonths(begun, n)));
  return endOf(onNextWorked(afterDays(begun, n, unit === 'day' ? () => true : works)));
}

const anyLimit = fc
  .record({
    unit: fc.constantFrom<Limit['unit']>('minute', 'hour', 'working-day', 'day', 'month'),
    from: fc.constantFrom<Limit['from']>('received', 'accepted'),
    size: fc.nat({ max: 1000 }),
  })
  .map(({ unit, from, size }) => {
    const n = { minute: size * 60, hour: size, day: size % 130, 'working-day': size % 90, month: size % 8 }[unit];
    return limit(n, unit, { from });
  });

const firstDay = Date.parse('2024-01-01T00:00:00+08:00');
/** Within the years shipped and what is spent of them. */
const receipt = fc.integer({ min: 0, max: 1095 * 24 * 60 }).map((minutes) => firstDay + minutes * 60_000);
/** Accepted at once, or at the last moment of the fifth working day, or between. */
const acceptance = fc.constantFrom(0, 0.3, 1);

test('property: what is taken ends never after the other, whenever in these years the case comes in and is accepted', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.record({ one: anyLimit, other: anyLimit, came: receipt, share: acceptance }), (given) => {
      const { one, other, came, share } = given;
      if (!isWithin(one, other)) return;
      taken += 1;
      const latest = endOf(afterDays(shanghai(came), 5, works));
      const begun = { received: came, accepted: Math.round(came + (latest - came) * share) };
      expect(due(one, begun[one.from])).toBeLessThanOrEqual(due(other, begun[other.from]));
    }),
    { numRuns: 3000 },
  );
  expect(taken).toBeGreaterThan(300);
});

test('on every day of these years working days end within the days that they are taken to last', () => {
  for (let day = '2024-01-01'; day <= '2026-12-31'; day = nextDay(day)) {
    const from = Date.parse(`${day}T23:00:00+08:00`);
    for (const n of [1, 2, 3, 5, 10, 20, 45, 90]) {
      const days = Array.from({ length: 200 }, (_, k) => k).find((k) =>
        isWithin(limit(n, 'working-day'), limit(k, 'day')),
      );
      expect(due(limit(n, 'working-day'), from)).toBeLessThanOrEqual(due(limit(days!, 'day'), from));
    }
  }
});

test('property: of two limits at most one is the shorter', () => {
  fc.assert(
    fc.property(anyLimit, anyLimit, (one, other) => {
      expect(isShorter(one, other) && isShorter(other, one)).toBe(false);
    }),
  );
});

test('a day of the model that is worked has six hours and a half', () => {
  const monday = Date.parse('2026-08-03T08:00:00+08:00');
  expect(due(limit(390, 'minute'), monday)).toBe(Date.parse('2026-08-03T17:00:00+08:00'));
  expect(due(limit(391, 'minute'), monday)).toBe(Date.parse('2026-08-04T09:01:00+08:00'));
});
