import { expect, test } from 'vitest';
import { daysAfter, isWorkingDay, nextDay, type Day } from '#shared/calendar';
import { calendar2026 } from '#shared/calendars';
import { fc } from '../../../../test/support/property.ts';
import { dueDay, lightOf, usedDays, type ClockItem, type StageClock } from './clock.ts';

const calendar = [calendar2026];
/** Over National Day and the weekends that are worked around it. */
const accepted: Day = '2026-09-18';
const after = (n: number): Day => daysAfter(accepted, n);

const pause = fc
  .tuple(fc.integer({ min: -3, max: 30 }), fc.option(fc.nat(15), { nil: undefined }))
  .map(([from, long]) => ({ from: after(from), ...(long !== undefined && { until: after(from + long) }) }));
const item = fc.record<ClockItem>({
  decided: fc.option(fc.nat(35).map(after), { nil: undefined }),
  pauses: fc.array(pause, { maxLength: 4 }),
});
const clock = fc.array(item, { minLength: 1, maxLength: 4 }).map((items): StageClock => ({ accepted, items }));

/** Whether a day counts, asked of that day alone. */
function counts(day: Day, { items }: StageClock): boolean {
  const undecided = items.filter(({ decided }) => decided === undefined || day <= decided);
  const isPaused = ({ pauses }: ClockItem) =>
    pauses.some(({ from, until }) => from < day && (until === undefined || day <= until));
  return isWorkingDay(day, calendar) && undecided.some((one) => !isPaused(one));
}

test('the days of a stage are those that a count day by day gives, over every pause, decision and holiday', () => {
  fc.assert(
    fc.property(clock, fc.nat(45), (of, n) => {
      let counted = 0;
      for (let day = nextDay(accepted); day <= after(n); day = nextDay(day)) counted += Number(counts(day, of));
      expect(usedDays(of, after(n), calendar)).toBe(counted);
    }),
    { numRuns: 300 },
  );
});

test('a limit ends on the day on which its last day counts, and on none while all are paused without an end', () => {
  const running = clock.map((of) => ({ ...of, items: [...of.items, { pauses: of.items[0]?.pauses ?? [] }] }));
  fc.assert(
    fc.property(running, fc.integer({ min: 1, max: 20 }), (of, limit) => {
      let [day, counted] = [accepted, 0];
      while (counted < limit && day < '2026-12-31') {
        day = nextDay(day);
        counted += Number(counts(day, of));
      }
      expect(dueDay(of, limit, calendar)?.day).toBe(counted < limit ? undefined : day);
      const light = lightOf(of, { n: limit, yellowFrom: 0.9 }, { today: nextDay(day), calendar });
      expect(light === 'red').toBe(counted === limit && counts(nextDay(day), of));
    }),
    { numRuns: 300 },
  );
});
