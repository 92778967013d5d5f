import { expect, test } from 'vitest';
import { dayOf, isWorkingDay } from '#shared/calendar';
import { shippedCalendars } from '#shared/calendars';
import { fc } from '../../../../test/support/property.ts';
import type { Limit } from '../catalogue/item.ts';
import { bandOf, longest } from './band.ts';
import { rangesOf } from './light-range.ts';
import { lightOf } from './light.ts';
import { dueOf, type Clock } from './limit.ts';

const start = Date.parse('2025-06-01T00:00:00+08:00');
const minutes = (days: number) => fc.integer({ min: 0, max: days * 24 * 60 - 1 });
const moment = (days: number) => minutes(days).map((m) => new Date(start + m * 60_000));
const pause = fc
  .tuple(moment(120), minutes(20))
  .map(([from, m]) => ({ from, until: new Date(from.getTime() + m * 60_000) }));
const units: Limit['unit'][] = ['working-day', 'day', 'month', 'hour', 'minute'];
const clockWith = (pauses: fc.Arbitrary<NonNullable<Clock['pauses']>>): fc.Arbitrary<Clock> =>
  fc.record({
    limit: fc.record({ n: fc.integer({ min: 0, max: 70 }), unit: fc.constantFrom(...units) }),
    from: moment(90),
    pauses,
    extra: fc.record({
      n: fc.integer({ min: 0, max: 15 }),
      unit: fc.constantFrom('working-day' as const, 'day' as const),
    }),
  });
const threshold = fc.oneof(fc.constantFrom(0.5, 0.75, 0.8, 0.9, 1), fc.double({ min: 0.5, max: 1, noNaN: true }));

const at = (text: string) => new Date(`2026-08-${text}:00+08:00`);

/** When somebody looks: any time after it began and what has paused it, often near its end. */
function lookedAt({ from, pauses = [] }: Clock, due: Date, offset: number): Date {
  const after = Math.max(from.getTime(), ...pauses.map(({ until }) => until?.getTime() ?? start));
  return new Date(Math.max(after, due.getTime() + offset * 60_000));
}

test('property: whatever is yellow or green lies in the range of its band, whichever threshold is set', () => {
  const offset = fc.oneof(fc.integer({ min: -6 * 1440, max: 600 }), fc.integer({ min: -90 * 1440, max: 0 }));
  const clock = clockWith(fc.array(pause, { maxLength: 3 }));
  fc.assert(
    fc.property(clock, threshold, offset, (one, part, minute) => {
      const due = dueOf(one, shippedCalendars)?.dueAt;
      if (!due) throw new Error('no pause here is open');
      const now = lookedAt(one, due, minute);
      const light = lightOf(one, { now, threshold: part }, shippedCalendars);
      if (light === 'red') return;
      expect(['yellow', 'green']).toContain(light);
      const range = rangesOf(light === 'yellow' ? 'yellow' : 'green', { now, threshold: part }, shippedCalendars)[
        bandOf(one, shippedCalendars)
      ];
      expect(range && range.from <= due && (!range.until || due <= range.until)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('property: in the range of a band few are yellow no more or not yet: none has over twice the days left that it may have', () => {
  const clock = clockWith(fc.constant([])).filter(
    ({ limit, extra }) => limit.unit === 'working-day' && extra?.unit === 'working-day',
  );
  fc.assert(
    fc.property(clock, threshold, fc.integer({ min: -60 * 1440, max: 0 }), (one, part, minute) => {
      const due = dueOf(one, shippedCalendars)?.dueAt ?? new Date(0);
      const now = lookedAt(one, due, minute);
      const range = rangesOf('yellow', { now, threshold: part }, shippedCalendars)[bandOf(one, shippedCalendars)];
      fc.pre(range?.until !== undefined && due <= range.until && now <= due);
      // On a day off the next working day is the last of some.
      fc.pre(isWorkingDay(dayOf(now), shippedCalendars));
      // Half the threshold's distance is what a limit of half the length would be seen at.
      const light = lightOf(one, { now, threshold: 1 - 2 * (1 - part) - 1e-9 }, shippedCalendars);
      const total = one.limit.n + (one.extra?.n ?? 0);
      if (total <= 32) expect(light).toBe('yellow');
    }),
    { numRuns: 500 },
  );
});

test('what a pause has moved to a later day stands among the longest, and what it only stretched with its like', () => {
  const five = (pauses: Clock['pauses']): Clock => ({
    limit: { n: 5, unit: 'day' },
    from: at('03T09:00'),
    pauses: pauses ?? [],
  });
  // Its fifth day is a Saturday; on the Monday on which it would have ended nobody may work on it.
  expect(bandOf(five([{ from: at('09T10:00'), until: at('10T10:00') }]), shippedCalendars)).toBe(longest);
  expect(bandOf(five([{ from: at('04T10:00'), until: at('05T10:00') }]), shippedCalendars)).toBe(3);
  expect(bandOf(five([]), shippedCalendars)).toBe(3);
});
