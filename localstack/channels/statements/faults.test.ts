import { expect, test } from 'vitest';
import { differing, fileFaults, rowFaults, totalOff, type Differs, type DifferKind } from './faults.ts';
import type { Told, Which } from './told.ts';

const which: Which = { channel: 'wechat', merchant: '1900000001', day: '2026-08-03' };
const row = (number: string, direction: Told['direction'] = 'in'): Told => ({
  direction,
  number,
  ref: `42-${number}`,
  merchant: which.merchant,
  amountFen: 1005,
  feeFen: 6,
  currency: 'CNY',
  status: 'done',
  at: new Date('2026-08-03T01:00:00Z'),
  name: '缴费',
});
const rows = [row('a'), row('b'), row('r', 'out')];
const rowsOf = ({ day }: Which) => (day === which.day ? rows : []);
const fault = (kind: DifferKind, more: Partial<Differs> = {}): Differs => ({ ...which, kind, ...more });
const shown = (...faults: Differs[]) => differing(which, faults, rowsOf);
const next = { ...which, day: '2026-08-04' };

test('a statement without faults is what was paid, and faults of others leave it so', () => {
  const others = [fault('row-missing', { day: next.day }), fault('row-missing', { merchant: '1900000002' })];
  expect([shown(), shown(...others)]).toEqual([rows, rows]);
});

test.each([
  ['row-missing', []],
  ['row-twice', [row('a'), row('a')]],
  [
    'row-split',
    [
      { ...row('a'), amountFen: 502 },
      { ...row('a'), amountFen: 503, feeFen: 0 },
    ],
  ],
  ['wrong-amount', [{ ...row('a'), amountFen: 1105 }]],
  ['wrong-fee', [{ ...row('a'), feeFen: 7 }]],
  ['wrong-currency', [{ ...row('a'), currency: 'USD' }]],
  ['wrong-direction', [{ ...row('a'), direction: 'out', of: { number: 'a', ref: '42-a' } }]],
  ['wrong-merchant', [{ ...row('a'), merchant: '1900000009' }]],
  ['wrong-ref', [{ ...row('a'), ref: '42-0' }]],
  ['bad-line', [{ ...row('a'), isSpoilt: true }]],
] as const)('%s strikes the first row, and no other', (kind, changed) => {
  expect(shown(fault(kind))).toEqual([...changed, ...rows.slice(1)]);
});

test('one that is late stands in the statement of the next day', () => {
  const late = fault('row-late', { number: 'b' });
  expect(shown(late)).toEqual([row('a'), row('r', 'out')]);
  expect(differing(next, [late], rowsOf)).toEqual([row('b')]);
});

test('each fault takes a row that none before it has, and only one that can differ so', () => {
  const [first, second, third] = shown(fault('wrong-fee'), fault('wrong-status'), fault('wrong-amount', { byFen: -5 }));
  expect([first?.feeFen, second?.amountFen, third?.status]).toEqual([7, 1000, 'pending']);
});

test('a row of nobody is added, the same each time, and sums are off by what is said', () => {
  const faults = [fault('row-extra', { byFen: 30 }), fault('row-extra'), fault('wrong-total', { byFen: 7 })];
  const all = shown(...faults);
  expect(all.slice(0, 3)).toEqual(rows);
  expect(all.slice(3).map(({ amountFen }) => amountFen)).toEqual([30, 100]);
  expect(new Set(all.map(({ number }) => number)).size).toBe(5);
  expect(shown(...faults)).toEqual(all);
  expect([totalOff(which, faults), totalOff(next, faults)]).toEqual([7, 0]);
});

test('every kind of fault changes something', () => {
  for (const kind of [...rowFaults, ...fileFaults]) {
    const faults = [fault(kind)];
    expect([kind, shown(...faults), totalOff(which, faults)]).not.toEqual([kind, rows, 0]);
  }
});
