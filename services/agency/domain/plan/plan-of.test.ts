import { describe, expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { faultsOfPlan } from '../../../../test/support/plan-faults.ts';
import { differenceOf } from './difference.ts';
import type { ItemCase } from './item-case.ts';
import { planOf, type Plan, type Situation } from './plan-of.ts';
import { stagePlans } from './stage-plans.ts';
import { industrialPrivate } from './industrial-private.ts';
import { itemsOf, type Facts, type StagePlan } from './stage-plan.ts';

const facts: Facts = {
  filingKind: 'filing',
  eiaClass: 'form',
  landTaken: 26_000,
  energy: 900,
  basementDue: true,
  lightningRisk: false,
  seismicClass: false,
  heritageArea: false,
  treesAffected: false,
};
const monday = '2026-03-02';

function planned(rest: Partial<Situation> = {}, plan: StagePlan = industrialPrivate): Plan {
  const situation = { facts, cases: new Map(), from: monday, today: monday, calendar: shippedCalendars, ...rest };
  return planOf(plan, situation);
}
const itemIn = ({ items }: Plan, key: string) => {
  const found = items.find((one) => one.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};
const caseOf = (state: ItemCase['state'], rest: Partial<ItemCase> = {}): ItemCase => ({
  caseId: '0190a5b2-0000-7000-8000-000000000001',
  state,
  submitted: monday,
  pauses: [],
  ...rest,
});

test('every plan that is shipped is sound', () => {
  expect(stagePlans.map(faultsOfPlan)).toEqual(stagePlans.map(() => []));
});

test('a private factory: fifty-five working days, of which the critical path tells where they go', () => {
  const plan = planned();
  expect(plan.criticalPath).toEqual([
    'project-filing',
    'site-opinion',
    'land-planning-permit',
    'design-review',
    'works-planning-permit',
    'fire-design',
    'construction-permit',
    'joint-survey',
    'planning-verification',
    'completion-filing',
    'first-property-registration',
  ]);
  // 0 + 8 + 5 + 10 + 7 + 7 + 2 + 5 + 5 + 3 + 3, over Qingming and Labour Day with its worked Saturday.
  expect(plan.expectedEnd).toBe('2026-05-21');
  expect(plan.items.filter(({ state }) => state === 'ready').map(({ key }) => key)).toEqual([
    'project-filing',
    'soil-conservation',
    'eia-form',
    'utilities-connection',
  ]);
});

test('facts that are not told are named, and what they decide is planned as if it were due', () => {
  const { energy, ...told } = facts;
  const plan = planned({ facts: told });
  expect(plan.asks).toEqual(['energy']);
  expect(itemIn(plan, 'energy-review')).toMatchObject({ applies: { applies: 'unknown' }, state: 'ready' });
});

test('an evaluation of the area stands for an item, and what needed it waits no more', () => {
  const area = { areaId: 'a', reportId: 'r', until: '2027-01-01' };
  const plan = planned({ areaEvaluations: new Map([['eia', area]]), facts: { ...facts, areaEvaluations: ['soil'] } });
  expect(itemIn(plan, 'soil-conservation').state).toBe('ready');
  expect(itemIn(plan, 'eia-form')).toMatchObject({
    state: 'off',
    applies: { because: 'area-evaluation', evaluation: 'eia', area },
  });
  const { needs } = itemIn(planned({ facts: { ...facts, basementDue: false } }), 'construction-permit');
  expect(needs).toEqual([['drawing-review'], ['fire-design']]);
});

test('of alternatives the one that applies is needed', () => {
  const [filing, approval] = ['filing', 'approval'].map((filingKind) => planned({ facts: { ...facts, filingKind } }));
  expect([filing, approval].map((plan) => plan && itemIn(plan, 'site-opinion').needs)).toEqual([
    [['project-filing']],
    [['project-approval']],
  ]);
});

describe('with cases', () => {
  test('what is granted lets the next start, and the rest is expected from today on', () => {
    const cases = new Map([['project-filing', caseOf('granted', { accepted: monday, ended: monday })]]);
    const plan = planned({ cases, today: '2026-03-09' });
    expect(itemIn(plan, 'site-opinion')).toMatchObject({
      state: 'ready',
      planned: { start: monday, end: '2026-03-12' },
      expected: { start: '2026-03-09', end: '2026-03-19' },
    });
    expect(plan.criticalPath[0]).toBe('site-opinion');
  });

  test('what is in hand ends on its due day, and not before today where that is over', () => {
    const due = new Map([['project-filing', caseOf('open', { accepted: monday, due: '2026-03-04' })]]);
    expect(itemIn(planned({ cases: due }), 'site-opinion')).toMatchObject({
      state: 'waiting',
      waitsFor: [['project-filing']],
      expected: { start: '2026-03-04' },
    });
    expect(itemIn(planned({ cases: due, today: '2026-03-10' }), 'site-opinion').expected?.start).toBe('2026-03-10');
  });

  test('what was refused stops what needs it and nothing else, and no end is expected', () => {
    const plan = planned({ cases: new Map([['fire-design', caseOf('refused')]]) });
    expect(plan.expectedEnd).toBeUndefined();
    expect(plan.items.filter(({ state }) => state === 'stopped').map(({ key }) => key)).toEqual([
      'construction-permit',
      'planning-verification',
      'fire-acceptance',
      'civil-defence-acceptance',
      'archive-acceptance',
      'completion-filing',
      'first-property-registration',
      'land-verification',
      'joint-survey',
    ]);
    expect(itemIn(plan, 'drawing-review').expected).toBeDefined();
  });

  test('what ended without a decision can be applied for again', () => {
    const plan = planned({ cases: new Map([['project-filing', caseOf('ended')]]) });
    expect(itemIn(plan, 'project-filing')).toMatchObject({ state: 'ready', case: { state: 'ended' } });
  });
});

test('a stage shows where its items need more days than it is promised in', () => {
  const [first, second] = planned().stages;
  expect(first).toMatchObject({ lead: 'mnr', limitDays: 10, days: 13, items: 3 });
  expect(second).toMatchObject({ limitDays: 20, days: 17, items: 2 });
});

test('of a year whose working days are not published nothing is guessed: it is named, and all else is told', () => {
  const late = '2026-11-27';
  const plan = planned({ from: late, today: late });
  expect(plan).toMatchObject({ unpublished: 2027, criticalPath: [] });
  expect(plan.expectedEnd).toBeUndefined();
  expect(itemIn(plan, 'land-planning-permit').expected).toEqual({ start: '2026-12-09', end: '2026-12-16' });
  expect(itemIn(plan, 'works-planning-permit')).toMatchObject({ state: 'waiting', waitsFor: [['design-review']] });
  expect(itemIn(plan, 'works-planning-permit').expected).toBeUndefined();
});

test('what has changed of a plan is told: items on and off, and the end where it has moved', () => {
  const before = planned();
  const after = planned({ facts: { ...facts, filingKind: 'approval', landTaken: 4000 } });
  expect(differenceOf(before, after)).toEqual({
    on: ['project-approval'],
    off: ['project-filing', 'soil-conservation'],
    end: { before: '2026-05-21', after: '2026-06-04' },
  });
  expect(differenceOf(before, planned({ facts: { ...facts, landTaken: 27_000 } }))).toBeUndefined();
});

describe('a plan with a fault', () => {
  const { drawing, visit, stages, ...rest } = industrialPrivate;
  const [stage] = stages;
  const faulty = (...items: { key: string; when?: string; needs?: string[] }[]): StagePlan => ({
    ...rest,
    evaluations: ['a', 'no-form'],
    areaCovers: { eia: ['no-such'] },
    stages: stage
      ? [{ ...stage, items: items.map((one) => ({ department: 'x', limit: { n: 1, unit: 'working-day' }, ...one })) }]
      : [],
  });

  test('is not shipped: each fault is named', () => {
    const plan = faulty({ key: 'a', when: 'b>' }, { key: 'b', when: 'colour=red', needs: ['a|no-such'] }, { key: 'a' });
    expect(faultsOfPlan(plan)).toEqual([
      { fault: 'item-twice', item: 'a' },
      { fault: 'condition-unreadable', item: 'a' },
      { fault: 'fact-unknown', item: 'b', fact: 'colour' },
      { fault: 'item-unknown', item: 'b', needs: 'no-such' },
      { fault: 'covers-unknown', evaluation: 'eia', item: 'no-such' },
      { fault: 'shared-unknown', item: 'no-form' },
    ]);
  });

  test('that is a loop names those who wait for one another', () => {
    const plan = faulty({ key: 'a', needs: ['c'] }, { key: 'b', needs: ['a'] }, { key: 'c', needs: ['b'] });
    expect(faultsOfPlan(plan)).toContainEqual({ fault: 'loop', items: ['a', 'c', 'b', 'a'] });
    expect(itemsOf(plan)).toHaveLength(3);
  });
});
