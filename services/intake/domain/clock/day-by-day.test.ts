import { expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { fc } from '../../../../test/support/property.ts';
import type { Limit } from '../catalogue/item.ts';
import { lightOf, spentOf } from './light.ts';
import { dueOf, type Clock } from './limit.ts';
import type { Pause } from './pause.ts';

// The model knows days by their number since 1970 in Shanghai, lists every one of them, and strikes out what does not count.
const dayMs = 86_400_000;
const hourMs = 3_600_000;
const numberOf = (moment: Date) => Math.floor((moment.getTime() + 8 * hourMs) / dayMs);
const nameOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);
const [off, worked] = [shippedCalendars.flatMap((one) => one.off), shippedCalendars.flatMap((one) => one.worked)];
// Day 0 was a Thursday.
const isWeekend = (day: number) => day % 7 === 2 || day % 7 === 3;
const works = (day: number) => !off.includes(nameOf(day)) && (worked.includes(nameOf(day)) || !isWeekend(day));

function struckOut(pauses: readonly Pause[]): Set<number> {
  const days = new Set<number>();
  for (const { from, until = from } of pauses) {
    for (let day = numberOf(from) + 1; day <= numberOf(until); day++) days.add(day);
  }
  return days;
}

/** The days that count, in order, as many as the limit has; and the day on which it ends. */
function model({ limit: { n, unit }, from, pauses = [], extra }: Clock): { counted: number[]; last: number } {
  const begun = numberOf(from);
  const without = struckOut(pauses);
  const all = Array.from({ length: 900 }, (_, k) => begun + 1 + k);
  const counting = all.filter((day) => !without.has(day) && (unit !== 'working-day' || works(day)));
  const counted = counting.slice(0, n + (extra?.unit === unit ? extra.n : 0));
  const endOfDays = (last: number) => [begun, ...all].find((day) => day >= last && works(day) && !without.has(day));
  const last = endOfDays(counted.at(-1) ?? begun) ?? NaN;
  if (!extra || extra.unit === unit || extra.n === 0) return { counted, last };
  // Days of another kind: as many of them behind the day on which the limit would have ended.
  const more = all.filter((day) => day > last && !without.has(day) && (extra.unit !== 'working-day' || works(day)));
  return { counted, last: endOfDays(more[extra.n - 1] ?? NaN) ?? NaN };
}

const start = Date.parse('2024-01-01T00:00:00+08:00');
const moment = (days: number) =>
  fc.integer({ min: 0, max: days * 24 * 60 - 1 }).map((m) => new Date(start + m * 60_000));
const pause = fc
  .tuple(moment(400), fc.integer({ min: 0, max: 20 * 24 * 60 }))
  .map(([from, minutes]): Pause => ({ from, until: new Date(from.getTime() + minutes * 60_000) }));
const clockOf = (...units: readonly Limit['unit'][]) =>
  fc.record({
    limit: fc.record({ n: fc.integer({ min: 0, max: 45 }), unit: fc.constantFrom(...units) }),
    from: moment(350),
    pauses: fc.array(pause, { maxLength: 6 }),
    extra: fc.record({
      n: fc.integer({ min: 0, max: 15 }),
      unit: fc.constantFrom('working-day' as const, 'day' as const),
    }),
  });
const inDays = clockOf('working-day', 'day');
const any = clockOf('working-day', 'day', 'month', 'hour', 'minute');
const dueDay = (clock: Clock) => {
  const due = dueOf(clock, shippedCalendars);
  if (!due) throw new Error('no pause here is open');
  return { ...due, day: numberOf(due.dueAt) };
};

test('property: a limit ends on the day that the model comes to, with its last millisecond', () => {
  fc.assert(
    fc.property(inDays, (clock) => {
      const { day, dueAt, provisional } = dueDay(clock);
      expect([nameOf(day), provisional]).toEqual([nameOf(model(clock).last), false]);
      expect(numberOf(new Date(dueAt.getTime() + 1))).toBe(day + 1);
    }),
    { numRuns: 500 },
  );
});

test('property: no day is counted twice, and none that is paused: each adds one to what is spent, in its order', () => {
  fc.assert(
    fc.property(inDays, ({ extra, ...rest }) => {
      const clock = {
        ...rest,
        extra: { ...extra, unit: rest.limit.unit === 'day' ? ('day' as const) : ('working-day' as const) },
      };
      const { counted, last } = model(clock);
      for (let day = numberOf(clock.from); day <= last; day++) {
        const noon = new Date(day * dayMs + 4 * hourMs);
        const { spent, total } = spentOf(clock, noon < clock.from ? clock.from : noon, shippedCalendars);
        expect(spent).toBe(counted.filter((one) => one <= day).length);
        expect(total).toBe(clock.limit.n + clock.extra.n);
      }
    }),
  );
});

/** From nine to twelve and from half past one to five; in summer from eight to half past eleven and from three to six. */
const isOpen = (at: number): boolean => {
  const [day, minute] = [numberOf(new Date(at)), ((at + 8 * hourMs) % dayMs) / 60_000];
  const summer = nameOf(day) >= summerFrom && nameOf(day) < autumnFrom;
  const [a, b, c, d] = summer ? [480, 690, 900, 1080] : [540, 720, 810, 1020];
  return works(day) && ((minute >= a && minute < b) || (minute >= c && minute < d));
};
const [summerFrom, autumnFrom] = ['2025-06-03', '2025-10-09'];
const turn = (from: string, ...times: number[]) => ({
  from,
  shifts: [0, 2].map((n) => ({ from: times[n] ?? 0, until: times[n + 1] ?? 0 })),
});
const bySeason = [turn(summerFrom, 480, 690, 900, 1080), turn(autumnFrom, 540, 720, 810, 1020)];
const seasons = shippedCalendars.map((one) => ({ ...one, hours: bySeason }));

test('property: hours and minutes run while the office is open and no pause covers them', () => {
  fc.assert(
    fc.property(clockOf('hour', 'minute'), ({ extra, ...clock }) => {
      let left = clock.limit.n * (clock.limit.unit === 'hour' ? 60 : 1);
      fc.pre(left > 0);
      // Minute by minute, from the first to the one in which nothing is left.
      let at = clock.from.getTime();
      const paused = () =>
        clock.pauses.some(({ from, until }) => from.getTime() <= at && until && at < until.getTime());
      for (; left > 0; at += 60_000) if (isOpen(at) && !paused()) left -= 1;
      expect(dueOf(clock, seasons)?.dueAt).toEqual(new Date(at));
      // So many days behind that moment, not so many hours.
      const without = struckOut(clock.pauses);
      let last = numberOf(new Date(at));
      for (let counted = 0; counted < extra.n;) {
        last += 1;
        if (!without.has(last) && (extra.unit === 'day' || works(last))) counted += 1;
      }
      while (without.has(last) || !works(last)) last += 1;
      const longer = extra.n > 0 && dueOf({ ...clock, extra }, seasons);
      if (longer) expect(nameOf(numberOf(longer.dueAt))).toBe(nameOf(last));
    }),
  );
});

test('property: an extension adds just its days; a pause and a later start never bring the end nearer', () => {
  fc.assert(
    fc.property(any, pause, fc.integer({ min: 0, max: 3 * 24 * 60 }), (clock, another, minutes) => {
      const due = dueDay(clock).dueAt;
      const { limit, extra } = clock;
      const longer = dueDay({ ...clock, limit: { ...limit, n: limit.n + extra.n }, extra: undefined }).dueAt;
      if (extra.unit === limit.unit) expect(longer).toEqual(due);
      expect(dueDay({ ...clock, extra: { ...extra, n: extra.n + 1 } }).dueAt >= due).toBe(true);
      expect(dueDay({ ...clock, pauses: [...clock.pauses, another] }).dueAt >= due).toBe(true);
      // Months differ: one that begins on January 31 is shorter than one that begins two days before.
      const later = new Date(clock.from.getTime() + minutes * 60_000);
      expect(limit.unit === 'month' || dueDay({ ...clock, from: later }).dueAt >= due).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('property: the order of pauses, a pause given twice and one split in two make no difference', () => {
  fc.assert(
    fc.property(any, fc.nat({ max: 10_000 }), (clock, at) => {
      const due = dueOf(clock, shippedCalendars);
      const split = clock.pauses.flatMap(({ from, until = from }): Pause[] => {
        const middle = new Date(from.getTime() + ((until.getTime() - from.getTime()) * at) / 10_000);
        return [
          { from: middle, until },
          { from, until: middle },
          { from, until: middle },
        ];
      });
      expect(dueOf({ ...clock, pauses: split }, shippedCalendars)).toEqual(due);
      expect(dueOf({ ...clock, pauses: clock.pauses.toReversed() }, shippedCalendars)).toEqual(due);
    }),
  );
});

test('property: it is red just when the end has passed, and what is spent only grows', () => {
  fc.assert(
    fc.property(any, moment(500), moment(500), (clock, one, other) => {
      const [earlier, later] = one < other ? [one, other] : [other, one];
      const red = lightOf(clock, { now: later }, shippedCalendars) === 'red';
      expect(red).toBe(later > dueDay(clock).dueAt);
      const [before, after] = [earlier, later].map((now) => spentOf(clock, now, shippedCalendars));
      expect(before?.spent).toBeLessThanOrEqual(after?.spent ?? 0);
      expect(after?.spent).toBeLessThanOrEqual(after?.total ?? 0);
    }),
  );
});
