import { expect, test } from 'vitest';
import { fc } from '../../../test/support/property.ts';
import { fenOf, milliFenOf, roundedFen, yuanOf } from './yuan.ts';

test('fen are written as yuan and read again without a loss, up to what a number holds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (fen) => {
      expect(fenOf(yuanOf(fen))).toBe(fen);
      // By an independent way: whole numbers of any size.
      expect(yuanOf(fen)).toBe(`${BigInt(fen) / 100n}.${String(BigInt(fen) % 100n).padStart(2, '0')}`);
    }),
  );
});

test.each([
  ['0.1', 10],
  ['88', 8800],
  ['0.01', 1],
  ['19.90', 1990],
  ['1.005', undefined],
  ['-1.00', undefined],
  ['1e3', undefined],
  ['', undefined],
  ['1,000.00', undefined],
])('%s yuan are %s fen', (yuan, fen) => {
  expect(fenOf(yuan)).toBe(fen);
});

test.each([
  ['0.60000', 60],
  ['0.00000', 0],
  ['0.06', 6],
  ['0.00499', 0],
  ['0.005', 1],
  ['-0.00500', -1],
  ['-0.00499', 0],
  ['88', 8800],
  ['9999999999.99499', 999_999_999_999],
  ['0.000000', undefined],
  ['.5', undefined],
  ['--1', undefined],
  ['', undefined],
])('a fee of %s yuan is %s fen', (yuan, fen) => {
  const milliFen = milliFenOf(yuan);
  expect(milliFen === undefined ? undefined : roundedFen(milliFen)).toBe(fen);
});
