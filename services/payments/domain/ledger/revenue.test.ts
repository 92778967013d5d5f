import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { payeeAccount, receivableOf } from './accounts.ts';
import type { ClearingLine } from './clearing-item.ts';
import type { Leg, SaidEntry } from './entry.ts';
import { originYearOf, revenueOf, unsaidOf } from './revenue.ts';

const line = fc.record({
  payee: fc.constantFrom('urban', 'water'),
  destination: fc.constantFrom('treasury', 'own-account'),
  code: fc.constantFrom('road-repair', 'inspection'),
  subject: fc.constantFrom('103043306', '103044550'),
  amountFen: fc.integer({ min: 1, max: 90_000 }),
});
const lines = fc.array(line, { minLength: 1, maxLength: 6 });
const owed = (all: readonly ClearingLine[], side: Leg['side'], accountOf = payeeAccount): Leg[] =>
  all.map((one) => ({ account: accountOf(one), side, amountFen: one.amountFen }));
const item = (day: string, direction: 'in' | 'out', all: readonly ClearingLine[]) => ({
  channel: 'wechat',
  merchant: 'treasury',
  day,
  number: 'n',
  direction,
  amountFen: 1,
  ref: '',
  lines: [...all],
});
const unsaid = (said: SaidEntry) => [...unsaidOf({ ...said, lines: revenueOf(said), legs: [...said.legs] })];

test('every fen of a payee is under a subject, whether the act says the lines or its items do, and whichever way it goes', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const taken: SaidEntry = {
        kind: 'capture',
        legs: owed(all, 'credit'),
        clears: [item('2026-08-03', 'in', all)],
      };
      const minus = all.map((one) => ({ ...one, amountFen: -one.amountFen }));
      const back: SaidEntry = { kind: 'refund-promise', legs: owed(all, 'debit'), lines: minus };
      const treasury: SaidEntry = { kind: 'treasury-refund', legs: owed(all, 'debit', receivableOf), lines: minus };
      expect([unsaid(taken), unsaid(back), unsaid(treasury)]).toEqual([[], [], []]);
      // Taken and taken back is nothing.
      const sum = [taken, back].flatMap(revenueOf).reduce((fen, one) => fen + one.amountFen, 0);
      expect(sum).toBe(0);
    }),
  );
});

test('what an act forgets to say is found, account by account', () => {
  fc.assert(
    fc.property(lines, ([forgotten, ...said]) => {
      if (!forgotten) return;
      const legs = owed([forgotten, ...said], 'credit');
      expect(unsaid({ kind: 'identify', legs, lines: said })).toEqual([[payeeAccount(forgotten), forgotten.amountFen]]);
    }),
  );
});

test('a refund that has arrived, and money that is passed on, take nothing back a second time', () => {
  const one = { payee: 'urban', destination: 'treasury' as const, code: 'c', subject: '1', amountFen: 5 };
  const arrived: SaidEntry = {
    kind: 'refund',
    legs: [{ account: 'refunds/wechat/treasury', side: 'debit', amountFen: 5 }],
    clears: [item('2026-08-03', 'out', [one])],
  };
  const remitted: SaidEntry = { kind: 'remit', legs: owed([one], 'debit'), lines: [one] };
  expect([revenueOf(arrived), revenueOf(remitted), unsaid(remitted)]).toEqual([[], [], []]);
});

test('what comes late says of which year it is: by the statement that was to show it, or the reconciliation that it is of', () => {
  const entry = { day: '2027-01-01', of: 'o' };
  expect(originYearOf(entry, [item('2026-12-31', 'in', [])])).toBe(2026);
  expect(originYearOf({ ...entry, of: 'wechat.treasury.2026-12-31' })).toBe(2026);
  expect(originYearOf(entry, [item('2027-01-01', 'in', [])])).toBeUndefined();
  expect(originYearOf(entry)).toBeUndefined();
  // A statement of the day after midnight is no earlier year's.
  expect(originYearOf({ ...entry, day: '2026-12-31' }, [item('2027-01-01', 'in', [])])).toBeUndefined();
});
