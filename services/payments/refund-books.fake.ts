import { expect } from 'vitest';
import { checkBooks, heldIn, moved, summed, type Books, type Till } from './books.fake.ts';
import { balancesAfter } from './domain/ledger/balance.ts';
import type { Entry } from './domain/ledger/entry.ts';
import type { Refund } from './domain/refund/refund.ts';

/** What holds at every moment. */
export function check(books: Books, till: Till): void {
  checkBooks(books, till);
  checkRefunds(books, till);
}

/** Promised to the payer and not there yet. */
const owing = new Set<Refund['state']>([
  'approved',
  'pending',
  'unknown',
  'stuck',
  'redirected',
  'paying-out',
  'treasury-due',
]);
const treasurys = new Set<Refund['state']>(['verifying', 'verified', 'treasury-due']);
/** What holds of money that goes back, at every moment. */
function checkRefunds({ bills, entries, refunds, promises }: Books, till: Till): void {
  // I5: of each charge of a bill no more is promised than was paid, and what is promised is what its refunds say.
  for (const [id, { bill }] of bills) {
    const alive = refunds.flatMap(({ of, state }) =>
      of.kind === 'lines' && of.billId === id && state !== 'rejected' ? of.lines : [],
    );
    for (const [code, lines] of Map.groupBy(bill.lines, (line) => line.code)) {
      const fen = alive.filter((line) => line.code === code).reduce((sum, line) => sum + line.amountFen, 0);
      expect([code, promises.get(id)?.[code] ?? 0]).toEqual([code, fen]);
      expect(fen).toBeLessThanOrEqual(bill.paid ? lines.reduce((sum, line) => sum + line.amountFen, 0) : 0);
    }
  }
  // The channel was never asked for more than it took, nor twice for one refund.
  for (const one of till.refunds.values()) {
    expect(one.standing).not.toEqual({ state: 'failed', why: 'other' });
    expect(refunds.find(({ id }) => id.replaceAll('-', '') === one.number)?.amountFen).toBe(one.amountFen);
  }
  // I8: what is promised and what is back are entries of their own, and each way has its own: by the channel, or by the treasury.
  const sumOfKind = (kind: Entry['kind']) => moved(entries.filter((one) => one.kind === kind));
  const promised = refunds.filter(({ state }) => owing.has(state));
  const byTreasury = refunds.filter(
    ({ unit, state }) => unit !== undefined && (state === 'treasury-due' || state === 'done'),
  );
  const done = refunds.filter(({ state }) => state === 'done');
  const doneBy = (way: 'channel' | 'treasury') =>
    done.filter(({ unit }) => (unit === undefined) === (way === 'channel'));
  expect(sumOfKind('refund-promise') + sumOfKind('treasury-refund') - sumOfKind('reverse')).toBe(
    summed(promised) + summed(done),
  );
  expect(sumOfKind('refund')).toBe(summed(doneBy('channel')));
  expect(sumOfKind('treasury-paid')).toBe(summed(doneBy('treasury')));
  const balances = balancesAfter(new Map(), entries);
  expect(heldIn(balances, 'receivable')).toBe(summed(byTreasury.filter(({ state }) => state === 'treasury-due')));
  expect(heldIn(balances, 'refunds')).toBe(summed(promised));
  // No refund has two ways: what the treasury has to pay no channel has given back, or is asked for.
  for (const { id, state } of refunds) {
    const standing = till.refunds.get(id.replaceAll('-', ''))?.standing.state;
    if (treasurys.has(state)) expect([undefined, 'failed']).toContain(standing);
  }
  for (const one of doneBy('channel'))
    expect(till.refunds.get(one.id.replaceAll('-', ''))?.standing.state).toBe('done');
}
