import { expect, test } from 'vitest';
import { daysAfter, type Day } from '#shared/calendar';
import { fc } from '../../../../test/support/property.ts';
import { stagePlans } from '../plan/stage-plans.ts';
import { evaluationKinds, type Area, type AreaReport, type EvaluationKind } from './area.ts';
import { inForce, standingsOf, turnsOf } from './in-force.ts';

const first = '2026-03-01';
const day = fc.integer({ min: 0, max: 30 }).map((n) => daysAfter(first, n));
const kind = fc.constantFrom<EvaluationKind>('eia', 'soil', 'energy');
const drawnReport = fc.record({
  evaluation: kind,
  from: day,
  days: fc.integer({ min: 0, max: 15 }),
  withdrawnOn: fc.option(day, { nil: undefined }),
  asks: fc.constantFrom<string | undefined>(undefined, 'big', '!big'),
});
const drawnArea = fc.record({
  reports: fc.array(drawnReport, { maxLength: 5 }),
  publishedOn: fc.option(day, { nil: undefined }),
  endedOn: fc.option(day, { nil: undefined }),
});
type Drawn = typeof drawnArea extends fc.Arbitrary<infer D> ? D : never;

const areaOf = ({ reports, publishedOn, endedOn }: Drawn): Area => ({
  id: 'area',
  version: 1,
  state: 'published',
  name: '示例园区',
  bounds: { regions: ['350102'] },
  reports: reports.map(({ evaluation, from, days, withdrawnOn, asks }, n): AreaReport => ({
    id: String(n),
    evaluation,
    from,
    until: daysAfter(from, days),
    conditions: asks === undefined ? [] : [{ text: '示例', when: asks }],
    paid: { by: '示例', amountFen: 0 },
    ...(withdrawnOn !== undefined && { withdrawn: { on: withdrawnOn, reasons: '示例' } }),
  })),
  registeredAt: new Date(0),
  timelineHash: '',
  ...(publishedOn !== undefined && { publishedOn }),
  ...(endedOn !== undefined && { endedOn }),
});

/** Whether a report counts on a day, by the list of all the days on which it does. */
function countsOn(drawn: Drawn, n: number, { on, big }: { on: Day; big: boolean | undefined }): boolean {
  const report = drawn.reports[n];
  if (!report) return false;
  const days = Array.from({ length: report.days + 1 }, (_, more) => daysAfter(report.from, more))
    .filter((one) => drawn.publishedOn !== undefined && one >= drawn.publishedOn)
    .filter((one) => drawn.endedOn === undefined || one < drawn.endedOn)
    .filter((one) => report.withdrawnOn === undefined || one < report.withdrawnOn);
  const met = report.asks === undefined || big === (report.asks === 'big');
  return days.includes(on) && met;
}

test('an evaluation is in force on exactly the days on which a report of its kind counts, and by the one that counts the longest', () => {
  fc.assert(
    fc.property(drawnArea, day, fc.option(fc.boolean(), { nil: undefined }), (drawn, on, big) => {
      const ground = { region: '350102001', facts: { ...(big !== undefined && { big }) } };
      const found = inForce(areaOf(drawn), ground, on);
      const counting = drawn.reports
        .map((report, n) => ({ n, ...report, until: daysAfter(report.from, report.days) }))
        .filter(({ n }) => countsOn(drawn, n, { on, big }));
      expect(new Set(found.keys())).toEqual(new Set(counting.map(({ evaluation }) => evaluation)));
      for (const [evaluation, { until }] of found) {
        const ends = counting.filter((one) => one.evaluation === evaluation).map((one) => one.until);
        expect(until).toBe(ends.toSorted().at(-1));
      }
    }),
  );
});

test('nothing changes between two days that are named as turns', () => {
  fc.assert(
    fc.property(drawnArea, (drawn) => {
      const area = areaOf(drawn);
      const turns = turnsOf(area);
      const on = (n: number) => [
        ...inForce(area, { region: '350102', facts: { big: true } }, daysAfter(first, n)).keys(),
      ];
      for (let n = 1; n < 50; n += 1) {
        if (!turns.includes(daysAfter(first, n))) expect(new Set(on(n))).toEqual(new Set(on(n - 1)));
      }
    }),
  );
});

test('a project outside, or one that does not say what a condition asks, reuses nothing, and is told why', () => {
  const report: Drawn['reports'][number] = {
    evaluation: 'eia',
    from: first,
    days: 9,
    withdrawnOn: undefined,
    asks: 'big',
  };
  const drawn = { reports: [report], publishedOn: first, endedOn: undefined };
  const standing = (ground: Parameters<typeof inForce>[1], on = first) =>
    standingsOf(areaOf(drawn), ground, on).map((one) => [one.standing, ...one.asks]);
  expect(standing({ region: '350103', facts: { big: true } })).toEqual([['outside']]);
  expect(standing({ region: '350102', facts: {} })).toEqual([['asks', 'big']]);
  expect(standing({ region: '350102', facts: { big: false } })).toEqual([['unmet']]);
  expect(standing({ region: '350102', facts: { big: true } }, daysAfter(first, 10))).toEqual([['lapsed']]);
});

test('what the areas of a plan stand for are evaluations that an area can have', () => {
  const named = stagePlans.flatMap(({ areaCovers }) => Object.keys(areaCovers));
  expect(evaluationKinds).toEqual(expect.arrayContaining(named));
});
