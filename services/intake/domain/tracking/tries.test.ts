import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { heldUntil, noTries, tried } from './tries.ts';

const minute = 60_000;
const start = new Date('2026-08-03T01:00:00Z').getTime();
const after = (minutes: number) => new Date(start + minutes * minute);

test('five wrong tries hold a number until the first of them is fifteen minutes old', () => {
  const five = [0, 1, 2, 3, 4].reduce((now, n) => tried(now, { at: after(n), right: false }), noTries);
  expect(heldUntil(five, after(5))).toEqual(after(15));
  expect(heldUntil(five, after(14.99))).toEqual(after(15));
  expect(heldUntil(five, after(15))).toBeUndefined();
});

test('property: in no fifteen minutes are there more than five wrong tries, and a right one is never counted', () => {
  const step = fc.record({ wait: fc.integer({ min: 0, max: 400 }), right: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      let [now, tries] = [start, noTries];
      const taken: number[] = [];
      for (const { wait, right } of steps) {
        now += wait * 1000;
        const recent = taken.filter((one) => one > now - 15 * minute).length;
        expect(heldUntil(tries, new Date(now)) !== undefined).toBe(recent >= 5);
        if (recent >= 5) continue;
        tries = tried(tries, { at: new Date(now), right });
        if (!right) taken.push(now);
      }
    }),
  );
});
