import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { balancesAfter, heldBy } from '../ledger/balance.ts';
import { entryOf } from '../ledger/entry.ts';
import { cover, count, deposit, open, seal, takeIn, type ShiftChange } from './act.ts';
import { expectedCash, toCover, toDeposit } from './shift.ts';

const at = new Date('2026-08-03T01:00:00Z');
const merchants = ['treasury', 'fiscal', 'water'] as const;
const part = fc.record({ merchant: fc.constantFrom(...merchants), amountFen: fc.integer({ min: 1, max: 50_000 }) });
const till = 'till/s/';
const must = (change: ShiftChange | 'differs' | undefined): ShiftChange => {
  if (!change || change === 'differs') throw new Error('refused');
  return change;
};

test('whatever was taken, miscounted or lost, the till is empty after the bag is at the bank, and no fen is unaccounted for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('cash', 'pos', 'transfer'), part), { maxLength: 12 }),
      fc.nat(30_000),
      fc.integer({ min: -80_000, max: 5000 }),
      (taken, floatFen, lost) => {
        let { shift } = open({ id: 's', cashier: 'c', office: 'o', hall: 'h', window: 'w', floatFen, openedAt: at });
        for (const [way, one] of taken) shift = must(takeIn(shift, way, [one])).shift;
        // What the ledger has in the till: the cash of each payment, by merchant.
        const cash = taken.flatMap(([way, one]) => (way === 'cash' ? [one] : []));
        const took = cash.reduce((sum, { amountFen }) => sum + amountFen, 0);
        const counted = Math.max(0, floatFen + took + lost);
        expect(expectedCash(shift)).toBe(floatFen + took);

        shift = must(count(shift, { cashFen: counted, reason: 'r', at })).shift;
        const sealed = must(seal(shift, { bag: 'b', by: 'd', at }));
        const slips = [...toDeposit(sealed.shift)].map(([merchant, amountFen]) => ({ merchant, slip: 'x', amountFen }));
        const brought = must(deposit(sealed.shift, slips, '2026-08-04'));
        const made = [...toCover(brought.shift)].map(([merchant, amountFen]) => ({ merchant, slip: 'y', amountFen }));
        const covered = cover(brought.shift, made, '2026-08-05');

        const captures = cash.map(({ merchant, amountFen }, n) => ({
          id: `c${n}`,
          day: '2026-08-03',
          at,
          kind: 'capture' as const,
          of: 'o',
          legs: [
            { account: `${till}${merchant}`, side: 'debit' as const, amountFen },
            { account: 'payee/p/treasury', side: 'credit' as const, amountFen },
          ],
        }));
        const said = [sealed, brought, ...(covered ? [must(covered)] : [])].flatMap(({ entries }) => entries);
        const booked = said.map(({ kind, legs }, n) => entryOf({ id: `e${n}`, at, kind, of: 's' }, legs));
        const balances = balancesAfter(new Map(), [...captures, ...booked]);
        const heldIn = (kind: string) =>
          [...balances]
            .filter(([name]) => name.startsWith(kind))
            .reduce((sum, [name, one]) => sum + heldBy(name, one), 0);

        for (const [name, one] of balances)
          if (name.startsWith(till)) expect([name, heldBy(name, one)]).toEqual([name, 0]);
        // Each merchant has on its way what it took, and what was too much lies with one of them.
        for (const merchant of merchants) {
          const own = cash.reduce((sum, one) => (one.merchant === merchant ? sum + one.amountFen : sum), 0);
          const bagged = toDeposit(sealed.shift).get(merchant) ?? 0;
          expect(heldIn(`transit/counter-cash/${merchant}`)).toBe(Math.max(own, bagged));
        }
        // On its way to the bank is what the payees are owed, and what was too much; what is missing has been made good.
        const over = Math.max(0, counted - floatFen - took);
        expect([heldIn('transit/'), heldIn('suspense/'), heldIn('shortage/')]).toEqual([took + over, over, 0]);
        expect(slips.reduce((sum, one) => sum + one.amountFen, 0)).toBe(
          Math.max(0, Math.min(took + over, counted - floatFen)),
        );
      },
    ),
    { numRuns: 300 },
  );
});
