import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { uuid } from '../../../../test/support/facts.ts';
import { account, codes, rates, sum } from './account.fake.ts';
import { noteBill } from './bill.ts';
import { feesOfCases } from './of-cases.ts';
import { totalsOf } from './view.ts';

const code = fc.constantFrom(...codes);
const some =
  (weight: number) =>
  <One>(arbitrary: fc.Arbitrary<One>) => ({ weight, arbitrary });
const step = fc.oneof(
  some(4)(fc.record({ do: fc.constant('assess' as const), code, quantity: fc.integer({ min: 0, max: 9 }) })),
  some(2)(fc.record({ do: fc.constant('reduce' as const), code, amountFen: fc.integer({ min: 1, max: 300 }) })),
  some(1)(fc.record({ do: fc.constant('waive' as const), code })),
  some(1)(fc.record({ do: fc.constant('defer' as const) })),
  // Pays some bill by some revision that was ever told and not yet paid: payments and the office do not wait for each other.
  some(5)(fc.record({ do: fc.constant('pay' as const), bill: fc.nat(), revision: fc.nat() })),
  some(2)(fc.record({ do: fc.constant('refund' as const), bill: fc.nat() })),
  some(1)(fc.record({ do: fc.constant('end' as const) })),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** The rule, by hand: a quantity at its rate, less what two people took off it, never below nothing. */
function model() {
  const owed: Record<string, number> = {};
  const less: Record<string, number> = {};
  let ended = false;
  const wanted = (one: string) => (ended ? 0 : Math.max(0, (owed[one] ?? 0) - (less[one] ?? 0)));
  const reduce = (one: string, fen: number) => (less[one] = (less[one] ?? 0) + fen);
  return {
    assess: (one: string, quantity: number) => (owed[one] = quantity * (rates[one]?.rateFen ?? 0)),
    reduce,
    // What two people have not seen, they have not waived.
    waive: (one: string) => reduce(one, wanted(one)),
    end: () => (ended = true),
    ended: () => ended,
    wanted,
  };
}

function take(one: Step, real: ReturnType<typeof account>, rule: ReturnType<typeof model>): void {
  if (one.do === 'pay') return real.pay(one.bill, one.revision);
  if (one.do === 'refund') return real.refund(one.bill);
  if (one.do === 'end') {
    expect(real.end()).toBe(!rule.ended());
    rule.end();
    return undefined;
  }
  // Nobody asks or relieves after the end: the function that loads the case refuses it.
  if (rule.ended()) return undefined;
  if (one.do === 'assess') {
    // What is charged by the case is charged once.
    const fits = one.code !== 'card' || one.quantity <= 1;
    expect(real.assess([{ code: one.code, quantity: one.quantity }])).toBe(fits);
    if (fits) rule.assess(one.code, one.quantity);
  } else if (one.do === 'defer') {
    deferSome(real);
  } else if (one.do === 'waive') {
    const was = rule.wanted(one.code);
    expect(real.relieve({ kind: 'waive', code: one.code })).toBe(was > 0);
    if (was > 0) rule.waive(one.code);
  } else {
    const fits = one.amountFen <= rule.wanted(one.code);
    expect(real.relieve({ kind: 'reduce', code: one.code, amountFen: one.amountFen })).toBe(fits);
    if (fits) rule.reduce(one.code, one.amountFen);
  }
  return undefined;
}

/** Whatever is open may be paid later; what is deferred by then is what two people have seen. */
function deferSome(real: ReturnType<typeof account>): void {
  const seen = [...real.bills].find(([, bill]) => bill.open && !bill.deferred);
  const could = seen !== undefined;
  expect(real.relieve({ kind: 'defer', until: '2026-10-10' })).toBe(could);
  if (seen) seen[1].deferred = seen[1].revisions[seen[1].last];
}

const times = (of: string[], id: string) => of.filter((one) => one === id).length;

test('property: whatever is assessed, paid, relieved or ended, in any order, what is asked and held is what is owed, line by line', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25, size: 'max' }), (steps) => {
      const [real, rule] = [account(), model()];
      real.accept();
      rule.assess('card', 1);
      for (const one of steps) {
        take(one, real, rule);
        const bills = [...real.bills.values()];
        const open = bills.filter((bill) => bill.open);
        expect(open.filter(({ deferred }) => !deferred).length).toBeLessThanOrEqual(1);
        for (const { deferred = [], revisions, last, dueAt } of open) {
          // Nothing that is added later is deferred with it.
          for (const { code: name, amountFen } of deferred.length > 0 ? (revisions[last] ?? []) : []) {
            expect(amountFen).toBeLessThanOrEqual(sum(deferred.filter((line) => line.code === name)));
          }
          expect(dueAt.slice(0, 10)).toBe(deferred.length > 0 ? '2026-10-10' : '2026-08-18');
        }
        for (const name of codes) {
          const of = (lines: { code: string; amountFen: number }[]) => sum(lines.filter((line) => line.code === name));
          const asked = of(open.flatMap(({ revisions, last }) => revisions[last] ?? []));
          const paid = of(bills.flatMap(({ revisions, paid: by }) => revisions[by ?? 0] ?? []));
          const back = of(bills.flatMap((bill) => bill.back));
          expect([one, name, asked + paid - back]).toEqual([one, name, rule.wanted(name)]);
        }
        for (const { revisions, paid, back } of bills) {
          const lines = Object.values(revisions).flat();
          expect([...lines, ...back].every((line) => line.payee === rates[line.code]?.payee)).toBe(true);
          for (const name of codes) {
            const of = (some: { code: string; amountFen: number }[]) => sum(some.filter((line) => line.code === name));
            expect(of(back)).toBeLessThanOrEqual(of(revisions[paid ?? 0] ?? []));
          }
        }
        const totals = totalsOf(real.fees());
        expect(Object.values(totals).every((fen) => Number.isSafeInteger(fen) && fen >= 0)).toBe(true);
        expect(totals.dueFen + totals.heldFen).toBe(totals.owedFen - totals.reducedFen);
        expect(totals.paidFen - totals.toRefundFen).toBe(totals.heldFen);
        // Seen beside those of another case, by payee: nothing is lost and nothing counted twice.
        const [account, item] = [real.fees(), 'item'];
        const beside = feesOfCases([
          { account, item },
          { account: { ...account, caseId: uuid(2) }, item: 'other' },
        ]);
        expect([beside.dueFen, beside.heldFen]).toEqual([2 * totals.dueFen, 2 * totals.heldFen]);
        expect(beside.lines.filter(({ payee }) => payee === 'ps').length).toBe(rule.wanted('card') > 0 ? 2 : 0);
        // Each is answered the first time, and no word more than once.
        expect(new Set(real.noted)).toEqual(new Set(real.said));
        for (const id of real.said) expect(times(real.noted, id)).toBeLessThanOrEqual(times(real.said, id));
      }
    }),
    { numRuns: 400 },
  );
});

test('what was told before tells nothing again', () => {
  const real = account();
  real.assess([{ code: 'card', quantity: 1 }]);
  const fees = real.fees();
  const data = { billId: uuid(1, 5), assessmentId: `${fees.caseId}.1`, revision: 1, caseId: fees.caseId };
  const paid = { ...data, state: 'paid' as const, paidFen: 4000, refundedFen: 0 };
  const settling = { at: new Date(0), dueAt: new Date(0) };
  const once = noteBill({ fees, facts: [] }, { sequence: 2, data: paid }, settling);
  const again = noteBill(once, { sequence: 2, data: paid }, settling);
  const late = noteBill(again, { sequence: 1, data: { ...paid, state: 'due', paidFen: 0 } }, settling);
  expect([again, late]).toEqual([once, once]);
  expect(once.facts).toHaveLength(1);
  // Told again because payments has not heard the answer: it is answered again, and nothing else changes.
  const reminded = noteBill({ fees: once.fees, facts: [] }, { sequence: 3, data: paid }, settling);
  expect(reminded.facts).toEqual(once.facts);
});
