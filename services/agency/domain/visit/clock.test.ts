import { expect, test } from 'vitest';
import { daysAfter, startOf } from '#shared/calendar';
import { shippedCalendars } from '#shared/calendars';
import { fc } from '../../../../test/support/property.ts';
import { clockOf } from './clock.ts';

const first = '2026-09-14';
const year2026 = shippedCalendars.find(({ year }) => year === 2026);

/** Whether a day is worked, by the notice and the days of the week. */
function isWorked(day: string): boolean {
  const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  return !year2026?.off.includes(day) && (!isWeekend || (year2026?.worked.includes(day) ?? false));
}

const history = fc.record({
  days: fc.integer({ min: 1, max: 12 }),
  /** Turns one after another: so many days the offices', then so many the investor's. */
  turns: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 4 }),
  more: fc.nat(12),
  open: fc.boolean(),
});

test('a visit is late exactly where the days that were the offices’ own, written down one by one, are more than its limit', () => {
  fc.assert(
    fc.property(history, ({ days, turns, more, open }) => {
      // A diary: each day with whose it was, the day on which a turn ends still being of whoever had it.
      const diary: ('office' | 'investor')[] = [];
      const waits: { from: string; until?: string }[] = [];
      for (const [ours, theirs] of turns) {
        diary.push(...Array<'office'>(ours).fill('office'));
        const from = daysAfter(first, diary.length);
        diary.push(...Array<'investor'>(theirs).fill('investor'));
        waits.push({ from, until: daysAfter(first, diary.length) });
      }
      const last = waits.at(-1);
      const isOpen = open && last !== undefined;
      if (isOpen) delete last.until;
      diary.push(...Array<'office' | 'investor'>(more).fill(isOpen ? 'investor' : 'office'));
      const owned = diary.filter((whose, n) => whose === 'office' && isWorked(daysAfter(first, n + 1))).length;
      const today = daysAfter(first, diary.length);
      const visit = { appliedAt: startOf(first), days, waits, opinion: undefined };
      const clock = clockOf(visit, today, shippedCalendars);
      expect(clock).toMatchObject({ spent: owned, late: owned > days });
      expect(clock.due === undefined).toBe(isOpen);
      if (clock.due !== undefined) expect(today > clock.due && isWorked(today)).toBe(owned > days && isWorked(today));
    }),
  );
});

test('where a year on the way is not published nobody is late by a guess', () => {
  const visit = { appliedAt: startOf('2026-12-28'), days: 12, waits: [], opinion: undefined };
  expect(clockOf(visit, '2026-12-30', shippedCalendars)).toEqual({ days: 12, spent: 2, late: false });
  expect(clockOf(visit, '2027-01-20', shippedCalendars)).toEqual({ days: 12 });
});
