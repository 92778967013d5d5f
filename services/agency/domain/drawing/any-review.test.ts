import { expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { fc } from '../../../../test/support/property.ts';
import { industrialPrivate } from '../plan/industrial-private.ts';
import type { ReviewChange, ReviewRefusal } from './change.ts';
import { openReview } from './open.ts';
import { conclude } from './opinion.ts';
import { addRemark, finish, judge } from './remarks.ts';
import { closeRound, resubmit } from './rounds.ts';

const drawing = sampled(industrialPrivate.drawing);
const keys = drawing.parts.map(({ key }) => key);
const departmentOf = new Map(drawing.parts.map(({ key, department }) => [key, department]));
const departments = [...new Set(departmentOf.values())];
const deciding = new Set(['hc', 'cad', 'met']);

const step = fc.oneof(
  fc.record({
    act: fc.constant('remark' as const),
    part: fc.constantFrom(...keys),
    insists: fc.boolean(),
    must: fc.boolean(),
  }),
  fc.record({ act: fc.constant('judge' as const), n: fc.nat(5), meets: fc.boolean() }),
  fc.record({ act: fc.constant('finish' as const), department: fc.constantFrom(...departments) }),
  fc.record({ act: fc.constant('finish-all' as const) }),
  fc.record({ act: fc.constant('close' as const), days: fc.constantFrom(0, 10) }),
  fc.record({
    act: fc.constant('resubmit' as const),
    parts: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 2 }),
  }),
  fc.record({ act: fc.constant('pass' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function sampled<Kept>(kept: Kept | undefined): Kept {
  if (kept === undefined) throw new Error('the sample has a review of drawings');
  return kept;
}

/** What an observer writes down of what is said, without knowing how a review is kept. */
function walk(steps: readonly Step[]) {
  const start = { materialId: 'm', version: 1 };
  const drawn = keys.map((key) => ({ key, ...start }));
  let day = Date.parse('2026-03-02T02:00:00Z');
  let { after: review } = openReview(drawing, { id: 'r', projectId: 'p', drawn, at: new Date(day) });
  const sheets = [new Map(keys.map((key) => [key, 1]))];
  const owing = new Set(departments);
  let saidEnough = new Set<string>();
  const late: [part: string, isLate: boolean][] = [];

  function take(decided: ReviewChange | ReviewRefusal): boolean {
    if (!('after' in decided)) return false;
    review = decided.after;
    return true;
  }
  const doFinish = (department: string) => {
    if (!take(finish(review, department, new Date(day)))) return;
    owing.delete(department);
    saidEnough.add(department);
  };
  const does: { [Act in Step['act']]: (one: Extract<Step, { act: Act }>) => void } = {
    remark({ part, insists, must }) {
      const department = departmentOf.get(part) ?? '';
      const [before, now] = [sheets.at(-2), sheets.at(-1)];
      const isNew = review.state === 'in-review' && before?.get(part) !== now?.get(part) && !saidEnough.has(department);
      const said = { id: String(late.length), part, department, place: 'x', basis: 'x', text: 'x' };
      const given = { ...said, severity: must ? ('must' as const) : ('advice' as const) };
      const canSpeak = review.state === 'in-review' || review.state === 'to-conclude';
      const taken = take(addRemark(review, given, insists ? 'x' : undefined));
      expect(taken).toBe(canSpeak && (isNew || (insists && must)));
      if (taken) late.push([part, !isNew]);
    },
    judge({ n, meets }) {
      const one = review.remarks[n];
      if (one) take(judge(review, { remarkId: one.id, department: one.department, ...(!meets && { upheld: 'x' }) }));
    },
    finish: ({ department }) => doFinish(department),
    'finish-all': () => departments.forEach(doFinish),
    close({ days }) {
      day += days * 86_400_000;
      const isAwaited = departments.some((one) => review.rounds.at(-1)?.asked.includes(one) && !saidEnough.has(one));
      const wasIn = review.state === 'in-review';
      const taken = take(closeRound(review, { at: new Date(day), calendar: shippedCalendars }));
      // Ten days are over every limit of five working days; at once nobody's are.
      if (wasIn && isAwaited && days === 0 && review.rounds.length === 1) expect(taken).toBe(false);
    },
    resubmit({ parts }) {
      const open = review.remarks.filter(({ state }) => state === 'open');
      const answers = open.map(({ id }) => ({ remarkId: id, text: 'x' }));
      const again = parts.map((key) => ({ key, materialId: 'm', version: (sheets.at(-1)?.get(key) ?? 0) + 1 }));
      if (!take(resubmit(review, { at: new Date(day), answers, parts: again }))) return;
      sheets.push(
        new Map([...(sheets.at(-1) ?? []), ...again.map(({ key, version }): [string, number] => [key, version])]),
      );
      const theirs = open.filter(({ severity }) => severity === 'must').map(({ department }) => department);
      for (const one of [...parts.map((key) => departmentOf.get(key) ?? ''), ...theirs]) owing.add(one);
      saidEnough = new Set();
    },
    pass() {
      const concludes = review.state === 'to-conclude';
      const taken = take(conclude(review, 'pass', { at: new Date(day) }));
      expect(taken).toBe(concludes && [...owing].every((one) => !deciding.has(one)));
    },
  };
  for (const one of steps) run(one, does);
  return { review, late };
}

function run(one: Step, does: { [Act in Step['act']]: (each: Extract<Step, { act: Act }>) => void }): void {
  if (one.act === 'remark') does.remark(one);
  else if (one.act === 'judge') does.judge(one);
  else if (one.act === 'finish') does.finish(one);
  else if (one.act === 'finish-all') does['finish-all'](one);
  else if (one.act === 'close') does.close(one);
  else if (one.act === 'resubmit') does.resubmit(one);
  else does.pass(one);
}

test('whatever is said in whichever order, a remark is late exactly where its part was there to be seen before, and nothing passes over a department that must decide', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { review, late } = walk(steps);
      expect(review.remarks.map(({ part, late: why }) => [part, why !== undefined])).toEqual(late);
      if (review.state !== 'passed') return;
      const open = review.remarks.filter(({ severity, state }) => severity === 'must' && state !== 'settled');
      // Only an answer that its department has kept silent about, and need not decide on.
      expect(open.every(({ state, department }) => state === 'answered' && !deciding.has(department))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('chance comes to the end of a review, over several rounds', () => {
  const ends = fc.sample(fc.array(step, { minLength: 30, maxLength: 40 }), { numRuns: 400, seed: 7 }).map(walk);
  expect(ends.some(({ review }) => review.state === 'passed')).toBe(true);
  expect(ends.some(({ review }) => review.rounds.length > 1)).toBe(true);
});
