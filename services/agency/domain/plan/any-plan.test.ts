import { expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { fc } from '../../../../test/support/property.ts';
import type { CaseState, ItemCase } from './item-case.ts';
import { planOf, type Plan, type Situation } from './plan-of.ts';
import type { PlanItem, StagePlan } from './stage-plan.ts';

const today = '2026-02-10';
const year2026 = shippedCalendars.find(({ year }) => year === 2026);

interface Drawn {
  days: number;
  needs: number[][];
  /** The fact on which it depends, where it does. */
  on: 'a' | 'b' | undefined;
  covered: boolean;
}
const drawn = (count: number) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, n) =>
      fc.record<Drawn>({
        days: fc.integer({ min: 0, max: 8 }),
        needs:
          n === 0
            ? fc.constant([])
            : fc.array(fc.uniqueArray(fc.nat(n - 1), { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
        on: fc.constantFrom(undefined, undefined, 'a', 'b'),
        covered: fc.integer({ min: 0, max: 5 }).map((of) => of === 0),
      }),
    ),
  );
const key = (n: number) => `item-${n}`;

/** A plan of what was drawn, its items in another order than that in which they depend. */
function planFrom(all: readonly Drawn[], shuffled: readonly number[]): StagePlan {
  const items = all.map(({ days, needs, on }, n): PlanItem => ({
    key: key(n),
    department: 'x',
    limit: { n: days, unit: 'working-day' },
    ...(on && { when: on }),
    needs: needs.map((one) => one.map(key).join('|')),
  }));
  const [stage] = [{ n: 1 as const, name: '', nameEn: '', lead: 'x', limitDays: 1 }];
  return {
    key: 'any',
    edition: 1,
    name: '',
    nameEn: '',
    facts: { a: { kind: 'yes-no' }, b: { kind: 'yes-no' } },
    stages: [{ ...stage, items: shuffled.flatMap((n) => items[n] ?? []) }],
    areaCovers: { all: all.flatMap(({ covered }, n) => (covered ? [key(n)] : [])) },
  };
}

const states: CaseState[] = ['open', 'paused', 'granted', 'refused', 'ended'];
const world = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.record({
    all: drawn(count),
    shuffled: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
    a: fc.option(fc.boolean(), { nil: undefined }),
    b: fc.option(fc.boolean(), { nil: undefined }),
    area: fc.boolean(),
    cases: fc.array(fc.tuple(fc.nat(count - 1), fc.constantFrom(...states)), { maxLength: 3 }),
  }),
);
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

function planned({ all, shuffled, a, b, area, cases }: World): Plan {
  const told = { ...(a !== undefined && { a }), ...(b !== undefined && { b }) };
  const areaEvaluations = new Map(area ? [['all', { areaId: 'x', reportId: 'x', until: '2027-01-01' }]] : []);
  const known = cases.map(([n, state]): [string, ItemCase] => [
    key(n),
    { caseId: 'x', state, submitted: '2026-02-02', pauses: [], ...(state === 'granted' && { ended: '2026-02-04' }) },
  ]);
  const days = { from: today, today, calendar: shippedCalendars };
  const situation: Situation = { facts: told, areaEvaluations, cases: new Map(known), ...days };
  const found = planOf(planFrom(all, shuffled), situation);
  if (found.unpublished !== undefined) throw new Error('it runs into a year that is not published');
  return found;
}

test('no item starts before its needs, and whatever is refused stops exactly those who cannot do without it', () => {
  fc.assert(
    fc.property(world, (drawing) => {
      const { items } = planned(drawing);
      const byKey = new Map(items.map((one) => [one.key, one]));
      const ends = (other: string) => byKey.get(other)?.expected?.end;
      for (const one of items.filter(({ state }) => state === 'ready' || state === 'waiting')) {
        for (const alternatives of one.needs)
          expect(alternatives.some((other) => (ends(other) ?? '9') <= (one.expected?.start ?? ''))).toBe(true);
      }
      for (const one of items.filter(({ state }) => state === 'ready'))
        expect(one.needs.every((some) => some.some((other) => byKey.get(other)?.state === 'done'))).toBe(true);
      const lost = (other: string) => ['refused', 'stopped'].includes(byKey.get(other)?.state ?? '');
      for (const one of items.filter(({ state }) => !['off', 'done', 'in-hand', 'refused'].includes(state)))
        expect([one.key, one.state === 'stopped']).toEqual([one.key, one.needs.some((some) => some.every(lost))]);
    }),
  );
});

/** The days of a path, counted one by one: who comes after which, tried in every way. */
function longest(all: readonly Drawn[], isOn: (n: number) => boolean): number {
  const end = (n: number): number => {
    const { days, needs } = all[n] ?? { days: 0, needs: [] };
    const starts = needs.map((some) => Math.min(...some.filter(isOn).map(end)));
    return days + Math.max(0, ...starts.filter(Number.isFinite));
  };
  return Math.max(-1, ...all.map((_, n) => (isOn(n) ? end(n) : -1)));
}

/** So many working days on, by the notice and the days of the week, one at a time. */
function walk(days: number): string {
  const day = new Date(`${today}T00:00:00Z`);
  for (let left = days; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    const text = day.toISOString().slice(0, 10);
    const isWeekend = [0, 6].includes(day.getUTCDay());
    if (!year2026?.off.includes(text) && (!isWeekend || year2026?.worked.includes(text))) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

test('the end is that of the longest path, and the critical path is one of that length', () => {
  fc.assert(
    fc.property(world, (drawing) => {
      const { all, area } = drawing;
      // Every fact is told, and nothing is begun.
      const [a, b] = [drawing.a ?? false, drawing.b ?? true];
      const plan = planned({ ...drawing, a, b, cases: [] });
      const isOn = (n: number) => {
        const { on, covered } = all[n] ?? {};
        return !(covered && area) && (on === undefined || (on === 'a' ? a : b));
      };
      const days = longest(all, isOn);
      expect(plan.expectedEnd).toBe(days < 0 ? undefined : walk(days));
      const path = plan.criticalPath.map((name) => all[Number(name.slice('item-'.length))]?.days ?? 0);
      expect(path.reduce((sum, n) => sum + n, 0)).toBe(Math.max(0, days));
    }),
  );
});
