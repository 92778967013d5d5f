import { expect, test } from 'vitest';
import { amountOf, sumFen } from '#shared/money';
import { fc } from '../test/support/property.ts';

test.each([
  [1, 8000, 8000],
  [0, 8000, 0],
  [12.34, 30_000, 370_200],
  // 1.01 × 50 = 50.5 fen
  [1.01, 50, 51],
  [1.01, 49, 49],
  // As floats 1.15 × 100 is 114.99999999999999.
  [1.15, 100, 115],
])('%d at %i fen cost %i fen', (quantity, rateFen, fen) => {
  expect(amountOf(quantity, rateFen)).toBe(fen);
});

test('property: a quantity in hundredths never loses or gains a fen', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000_000 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (hundredths, rate) => {
        const fen = amountOf(hundredths / 100, rate);
        // Exact as a fraction: |100 fen − hundredths × rate| is at most fifty.
        const off = BigInt(fen) * 100n - BigInt(hundredths) * BigInt(rate);
        expect(off > -50n && off <= 50n).toBe(true);
      },
    ),
  );
});

test('more than a number holds exactly is no amount', () => {
  expect(() => amountOf(1_000_000, 10_000_000_000)).toThrow();
});

test('a sum is in fen', () => {
  expect(sumFen([{ amountFen: 1 }, { amountFen: 2 }])).toBe(3);
  expect(sumFen([])).toBe(0);
});
