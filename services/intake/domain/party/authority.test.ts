import { describe, expect, test } from 'vitest';
import { uuid } from '../../../../test/support/facts.ts';
import { fc } from '../../../../test/support/property.ts';
import { covers, faultOf, judge, countsHere, type Authority, type Matter } from './authority.ts';

const from = new Date('2026-07-01T00:00:00Z');
const until = new Date('2026-09-01T00:00:00Z');
const during = new Date('2026-08-03T01:00:00Z');

const authorityOf = (rest: Partial<Authority> = {}): Authority => ({
  authorityId: uuid(1, 7),
  kind: 'handler',
  principal: 'p_company',
  delegate: 'p_handler',
  scope: { items: ['food-business-licence'] },
  from,
  until,
  state: 'active',
  sequence: 1,
  ...rest,
});
const matter: Matter = { itemKey: 'food-business-licence', caseId: uuid(1, 1) };

const maySubmit = (found: Authority, at: Date) => faultOf(found, matter, at) === undefined;

describe('an authority', () => {
  test.each<[string, Partial<Authority>, Date, boolean, boolean]>([
    ['in force', {}, during, true, true],
    ['with no end', { until: undefined }, new Date('2099-01-01'), true, true],
    ['in its first moment', {}, from, true, true],
    ['a moment before it begins', {}, new Date(from.getTime() - 1), false, false],
    ['in its last moment', {}, new Date(until.getTime() - 1), true, true],
    ['at its end', {}, until, false, false],
    ['that ended', { state: 'ended' }, during, false, false],
    ['that is suspended', { state: 'suspended' }, during, false, false],
    ['that must be confirmed', { state: 'to-confirm', confirm: 'death' }, during, false, true],
    ['that must be confirmed and is over', { state: 'to-confirm', confirm: 'death' }, until, false, false],
    ['for another item', { scope: { items: ['other'] } }, during, false, false],
  ])('%s', (...[, rest, at, acts, reads]) => {
    const fault = faultOf(authorityOf(rest), matter, at);
    expect([fault === undefined, fault === undefined || fault === 'to-confirm']).toEqual([acts, reads]);
  });

  test('of a guardian ends by itself with the day of the ward’s 18th birthday in Shanghai', () => {
    const guardian = authorityOf({
      kind: 'guardian',
      scope: { items: ['*'] },
      until: new Date('2026-08-02T16:00:00Z'),
    });
    expect(maySubmit(guardian, new Date('2026-08-02T15:59:59.999Z'))).toBe(true);
    expect(maySubmit(guardian, new Date('2026-08-02T16:00:00Z'))).toBe(false);
  });
});

describe('a scope', () => {
  const stage2 = { itemKey: 'x', projectId: 'tower', stage: 2 };
  test.each<[string, Authority['scope'], Matter, boolean]>([
    ['of all items', { items: ['*'] }, { itemKey: 'x' }, true],
    ['of some items covers these', { items: ['x', 'y'] }, { itemKey: 'y' }, true],
    ['of some items covers no other', { items: ['x', 'y'] }, { itemKey: 'z' }, false],
    ['of stages covers what is in them', { items: ['*'], stages: [1, 2] }, stage2, true],
    ['of stages covers no other', { items: ['*'], stages: [3] }, stage2, false],
    ['of stages covers no case of no project', { items: ['*'], stages: [1] }, { itemKey: 'x' }, false],
    ['of a project covers what is of it', { items: ['*'], projectId: 'tower' }, stage2, true],
    ['of a project covers no other', { items: ['*'], projectId: 'bridge' }, stage2, false],
    ['of cases covers these', { items: ['*'], cases: [uuid(1, 1)] }, { itemKey: 'x', caseId: uuid(1, 1) }, true],
    ['of cases covers no other', { items: ['*'], cases: [uuid(1, 1)] }, { itemKey: 'x', caseId: uuid(2, 1) }, false],
    ['of cases covers no new one', { items: ['*'], cases: [uuid(1, 1)] }, { itemKey: 'x' }, false],
  ])('%s', (...[, scope, wanted, expected]) => {
    expect(covers({ scope }, wanted)).toBe(expected);
  });
});

const claim = { standing: 'applicant', callers: ['p_handler'], principals: ['p_company'], matter, at: during } as const;

describe('a claim', () => {
  const toConfirm = authorityOf({ state: 'to-confirm', authorityId: uuid(2, 7) });
  const narrow = authorityOf({ scope: { items: ['other'] }, authorityId: uuid(3, 7) });
  const mandate = authorityOf({ kind: 'officer', authorityId: uuid(4, 7) });
  const assisted = authorityOf({ kind: 'clerk-assisted', authorityId: uuid(5, 7) });

  test('takes an authority to act before one that must be confirmed, and that before a refusal', () => {
    expect(judge([narrow, toConfirm, authorityOf()], claim)).toMatchObject({ allowed: authorityOf(), acts: true });
    expect(judge([narrow, toConfirm], claim)).toMatchObject({ allowed: toConfirm, acts: false });
    expect(judge([narrow], claim)).toEqual({ refused: 'not-covered' });
    expect(judge([], claim)).toEqual({ refused: 'none' });
  });

  test('of an officer needs a mandate, of an applicant a personal authority; a desk’s help opens nothing', () => {
    expect(judge([mandate, assisted], claim)).toEqual({ refused: 'none' });
    expect(judge([authorityOf(), assisted], { ...claim, standing: 'officer' })).toEqual({ refused: 'none' });
    expect(judge([mandate], { ...claim, standing: 'officer' })).toMatchObject({ allowed: mandate });
  });

  test('counts for nobody but the delegate, and for no other principal', () => {
    expect(judge([authorityOf()], { ...claim, callers: ['p_stranger'] })).toEqual({ refused: 'none' });
    expect(judge([authorityOf()], { ...claim, principals: ['p_other'] })).toEqual({ refused: 'none' });
    expect(judge([authorityOf()], { ...claim, principals: undefined })).toMatchObject({ acts: true });
  });
});

test.each([
  ['fuzhou', 'handler', 'gulou', true],
  ['fuzhou', 'officer', 'gulou', true],
  ['gulou', 'officer', 'gulou', true],
  ['gulou', 'handler', 'gulou', false],
  ['jinan', 'officer', 'fuzhou', false],
  ['jinan', 'guardian', 'fuzhou', false],
] as const)('what %s says of a %s counts in %s: %s', (...[district, kind, set, expected]) => {
  expect(countsHere(district, { kind }, { set, city: 'fuzhou' })).toBe(expected);
});

// The rules again, as a list of what forbids, minute by minute.
const minute = (n: number) => new Date(from.getTime() + n * 60_000);
const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
const authorities = fc.record({
  begins: fc.integer({ min: 0, max: 9 }),
  lasts: fc.option(fc.integer({ min: 0, max: 9 })),
  state: some(['active', 'suspended', 'ended', 'to-confirm'] as const),
  items: some([['*'], ['a'], ['b', 'c']]),
  stages: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 })),
  projectId: fc.option(some(['one', 'two'])),
});
const matters = fc.record({
  itemKey: some(['a', 'b', 'c', 'd']),
  stage: fc.option(fc.integer({ min: 1, max: 4 })),
  projectId: fc.option(some(['one', 'two'])),
  now: fc.integer({ min: 0, max: 20 }),
});

test('property: nobody acts by an authority that any single rule forbids, and who may act may read', () => {
  fc.assert(
    fc.property(authorities, matters, (given, wanted) => {
      const { begins, lasts, state, items, stages, projectId } = given;
      const found = authorityOf({
        from: minute(begins),
        until: lasts === null ? undefined : minute(begins + lasts),
        state,
        scope: { items, stages: stages ?? undefined, projectId: projectId ?? undefined },
      });
      const ticks = Array.from({ length: lasts ?? 99 }, (_, n) => begins + n);
      const forbidding = [
        !ticks.includes(wanted.now),
        state === 'suspended' || state === 'ended',
        items[0] !== '*' && !items.includes(wanted.itemKey),
        stages !== null && !stages.some((stage) => stage === wanted.stage),
        projectId !== null && projectId !== wanted.projectId,
      ];
      const asked = {
        itemKey: wanted.itemKey,
        ...(wanted.stage !== null && { stage: wanted.stage }),
        ...(wanted.projectId !== null && { projectId: wanted.projectId }),
      };
      const at = minute(wanted.now);
      const reads = !forbidding.includes(true);
      const fault = faultOf(found, asked, at);
      expect(fault === undefined || fault === 'to-confirm').toBe(reads);
      expect(fault === undefined).toBe(reads && state === 'active');
    }),
    { numRuns: 500 },
  );
});
