import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { feePerMyriad, kinds, madeDay, merchantNumber, place } from '../../statement-day.fake.ts';
import { matchShard } from './match.ts';
import { sidesOf } from './side.ts';
import { talliesOf } from './tally.ts';
import { feeOf, type Rules } from './verdict.ts';

const rules: Rules = {
  merchantNumbers: [merchantNumber],
  agreement: { feePerMyriad },
  isPastLimit: false,
};
const rowsIn = (by: object) => Object.fromEntries(Object.entries(by).map(([name, { rows }]) => [name, rows]));

test('whatever faults a day has, in whatever order: exactly those are found, and each row and item is in one class', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 60 }), fc.nat(), (wanted, seed) => {
      const day = madeDay(wanted, String(seed));
      const shuffled = <Item>(of: Item[]): Item[] => of.toSorted((a, b) => hash(a, seed) - hash(b, seed));
      const shard = { rows: shuffled(day.rows), sides: sidesOf(shuffled(day.items)), claimed: new Set<string>() };
      const outcomes = matchShard(shard, rules);

      const found = outcomes.filter((one) => one.class !== 'MATCHED');
      const named = found.map((one) => [`${one.number} ${one.direction} ${one.nth}`, one.class] as const);
      expect(new Map(named)).toEqual(day.expected);
      expect(named.length).toBe(day.expected.size);
      const { classes, items } = talliesOf(outcomes, place.day);
      expect([rowsIn(classes), rowsIn(items)]).toEqual([day.rowsOf, day.itemsOf]);
    }),
    { numRuns: 400 },
  );
});

const hash = (of: unknown, seed: number): number => {
  let sum = seed;
  for (const one of JSON.stringify(of)) sum = (sum * 31 + (one.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
};

test('what another day’s statement has shown is looked for no more, and shown again it is one too many', () => {
  const day = madeDay(['unseen', 'fine']);
  const claimed = new Set(sidesOf(day.items).keys());
  const outcomes = matchShard({ rows: day.rows, sides: sidesOf(day.items), claimed }, rules);
  expect(outcomes.map((one) => one.class).toSorted()).toEqual(['DUPLICATE_IN_STATEMENT', 'MATCHED', 'MATCHED']);
});

test('two rows of one number of ours and one of the channel, of other amounts, are two parts of one item and no duplicate', () => {
  const day = madeDay(['fine', 'several-rows']);
  const rows = day.rows.map((row) => ({ ...row, ref: 'one' })).slice(1);
  const outcomes = matchShard({ rows, sides: sidesOf(day.items.slice(1)), claimed: new Set() }, rules);
  expect(outcomes).toMatchObject([{ class: 'MATCHED', rows: [{}, {}] }]);
});

test('what no statement has shown is missing once its limit is past', () => {
  const day = madeDay(['unseen']);
  const shard = { rows: [], sides: sidesOf(day.items), claimed: new Set<string>() };
  expect(matchShard(shard, { ...rules, isPastLimit: true })).toMatchObject([{ class: 'MISSING_IN_STATEMENT' }]);
});

test('a whole whose number is that of its first part is the sum of the parts', () => {
  const day = madeDay(['whole']);
  const rows = day.rows.map((one) => ({ ...one, number: day.items[0]?.number ?? '' }));
  const outcomes = matchShard({ rows, sides: sidesOf(day.items), claimed: new Set() }, rules);
  expect(outcomes).toMatchObject([{ class: 'MATCHED', side: { numbers: 2 } }]);
});

test.each([
  { amountFen: 12_345, direction: 'in', fee: 47 },
  { amountFen: 132, direction: 'in', fee: 1 },
  { amountFen: 131, direction: 'in', fee: 0 },
  { amountFen: 12_345, direction: 'out', fee: -47 },
  { amountFen: 12_345, direction: 'out', refundFee: 'kept', fee: 0 },
] as const)(
  'the fee on $amountFen fen ($direction) at 38 of a myriad is $fee',
  ({ fee, amountFen, direction, ...rest }) => {
    expect(feeOf({ amountFen, direction }, { feePerMyriad: 38, ...rest })).toBe(fee);
  },
);
