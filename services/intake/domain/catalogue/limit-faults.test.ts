import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { itemOf } from '../../cases.fake.ts';
import { openTasks } from '../case/review.ts';
import type { Task } from '../case/task.ts';
import type { Item, Limit } from './item.ts';
import { limitFaults } from './limit-faults.ts';

type Steps = NonNullable<Item['steps']>;
const of = { from: 'accepted', of: 'office' } as const;
const limit = (n: number, unit: Limit['unit'] = 'working-day'): Limit => ({ n, unit, ...of });
const serial = (days?: number): Steps[number] => ({ department: 'amr', mode: 'serial', ...(days && { days }) });
const parallel = (days: number): Steps[number] => ({ department: 'health', mode: 'parallel', days });
const faultsOf = (promisedLimit: Limit, steps: Steps) =>
  limitFaults({ ...itemOf(), legalLimit: limit(60), promisedLimit, steps }).map(({ path }) => path.join('/'));

test.each<[string, Limit, Steps, string[]]>([
  ['one after another within the promise', limit(5), [serial(2), serial(3)], []],
  ['one after another beyond it', limit(5), [serial(2), serial(3), serial(1)], ['steps/2/days']],
  ['side by side, the longest within the promise', limit(5), [parallel(5), parallel(5), parallel(1)], []],
  [
    'side by side, two of them beyond it',
    limit(5),
    [parallel(6), parallel(2), parallel(7)],
    ['steps/0/days', 'steps/2/days'],
  ],
  ['a last one that waits for the longest', limit(5), [parallel(3), parallel(4), serial(2)], ['steps/2/days']],
  ['those behind a serial one begin with its end', limit(5), [parallel(1), serial(2), parallel(3)], ['steps/2/days']],
  ['what has no limit of its own takes none', limit(5), [serial(), serial(5), serial()], []],
  ['the first that breaks it is named, not what comes behind', limit(2), [serial(3), serial(4)], ['steps/0/days']],
  ['a working day in a promise of hours', limit(4, 'hour'), [serial(1)], ['steps/0/days']],
  ['as many working days as days are surely more', limit(10, 'day'), [serial(10)], ['steps/0/days']],
])('%s', (...[, promise, steps, expected]) => {
  expect(faultsOf(promise, steps)).toEqual(expected);
});

/** On which working day the last of them is done, where each takes all of its days: opened and done day by day. */
function lastDay(steps: Steps): number {
  const start = new Date(0);
  let tasks = openTasks(
    steps.map((one, n): Task => ({ ...one, n: n + 1, state: 'waiting' })),
    start,
  );
  for (let day = 0; ; day++) {
    const now = new Date(day);
    for (let before = ''; before !== JSON.stringify(tasks);) {
      before = JSON.stringify(tasks);
      const isOver = ({ state, openedAt, days = 0 }: Task) =>
        state === 'open' && day - (openedAt?.getTime() ?? 0) >= days;
      tasks = openTasks(
        tasks.map((one) => (isOver(one) ? { ...one, state: 'done' as const } : one)),
        now,
      );
    }
    if (tasks.every(({ state }) => state === 'done')) return day;
  }
}

test('property: a promise is found too short just where steps that all take their time would break it', () => {
  const step = fc.record({
    department: fc.constantFrom('amr', 'health'),
    mode: fc.constantFrom('serial', 'parallel'),
    days: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 7 }), fc.integer({ min: 0, max: 30 }), (steps, n) => {
      const found = faultsOf(limit(n), steps);
      expect(found.some((path) => path.startsWith('steps/'))).toBe(lastDay(steps) > n);
      // A promise of no time is a fault of its own, whatever its steps take.
      expect(found.includes('promisedLimit/n')).toBe(n === 0);
    }),
  );
});

const promised = (rest: Partial<Item>) => limitFaults({ ...itemOf(), ...rest }).map(({ path }) => path.join('/'));

test.each<[string, Limit, Limit, string[]]>([
  ['as long as the law', limit(20), limit(20), []],
  ['in days that cannot be more', limit(20, 'day'), limit(20), []],
  ['in days that may be more', limit(21, 'day'), limit(20), ['promisedLimit']],
  ['of years', limit(1000, 'day'), limit(30), ['promisedLimit']],
  ['of months', limit(9, 'month'), limit(30), ['promisedLimit']],
  ['that begins later than the law', limit(5), { ...limit(5), from: 'received' }, ['promisedLimit']],
  ['that binds the applicant', { ...limit(5), of: 'applicant' }, limit(20), ['promisedLimit']],
  ['of the office, where the law binds the applicant', limit(5), { ...limit(20), of: 'applicant' }, []],
  ['of no time', limit(0), limit(20), ['promisedLimit/n']],
])('a promise %s', (...[, promisedLimit, legalLimit, expected]) => {
  expect(promised({ promisedLimit, legalLimit })).toEqual(expected);
});

test('what is decided on the spot may promise no time', () => {
  expect(promised({ kind: 1, promisedLimit: limit(0) })).toEqual([]);
});
