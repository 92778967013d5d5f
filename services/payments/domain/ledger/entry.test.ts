import { expect, test } from 'vitest';
import { balancesAfter } from './balance.ts';
import { entryOf, type Leg } from './entry.ts';

const said = {
  id: '7d3f5f8e-6c5f-4a52-9e8a-2f9d6c1f6b11',
  at: new Date('2026-08-03T16:30:00Z'),
  kind: 'capture',
  of: 'o',
} as const;
const leg = (side: Leg['side'], amountFen: number): Leg => ({ account: 'payee/urban/treasury', side, amountFen });

test('an entry that does not balance, or moves nothing, is never made', () => {
  expect(() => entryOf(said, [leg('debit', 100), leg('credit', 99)])).toThrow('100 and 99 fen');
  expect(() => entryOf(said, [leg('debit', 100)])).toThrow('100 and 0 fen');
  expect(() => entryOf(said, [])).toThrow('does not balance');
});

test('legs of one account and side are one, and the day is that of Shanghai', () => {
  const made = entryOf(said, [leg('debit', 60), leg('debit', 40), leg('credit', 100)]);
  expect(made.legs.map(({ side, amountFen }) => [side, amountFen])).toEqual([
    ['debit', 100],
    ['credit', 100],
  ]);
  expect(made.day).toBe('2026-08-04');
});

test('an entry counts once in a balance, however often it is read (I12)', () => {
  const one = entryOf(said, [leg('debit', 100), leg('credit', 100)]);
  expect([...balancesAfter(new Map(), [one, one]).values()]).toEqual([{ debitFen: 100, creditFen: 100 }]);
});
