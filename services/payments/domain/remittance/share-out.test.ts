import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { shareOut, type Share } from './share-out.ts';

const levels = ['central', 'province', 'city', 'district'] as const;
/** Up to four percentages that come to a hundred. */
const shares = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 3 })
  .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 100])
  .map((cuts): Share[] =>
    cuts.slice(1).map((cut, n) => ({ level: levels[n] ?? 'city', percent: cut - (cuts[n] ?? 0) })),
  );

test('the parts of a share sum to the whole, and none is a fen or more away from its percentage', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }), shares, (amountFen, among) => {
      const parts = shareOut(amountFen, among);
      expect(parts.reduce((sum, one) => sum + one, 0)).toBe(amountFen);
      for (const [n, { percent }] of among.entries())
        expect(Math.abs((parts[n] ?? 0) * 100 - amountFen * percent)).toBeLessThan(100);
    }),
    { numRuns: 200 },
  );
});

test('the fen that is left goes to the part that lost most, of equals to the first', () => {
  const [central, city] = [
    { level: 'central', percent: 50 },
    { level: 'city', percent: 50 },
  ] as const;
  expect(shareOut(101, [central, city])).toEqual([51, 50]);
  expect(shareOut(-101, [central, city])).toEqual([-51, -50]);
  expect(
    shareOut(10, [
      { ...central, percent: 33 },
      { ...city, percent: 67 },
    ]),
  ).toEqual([3, 7]);
});
