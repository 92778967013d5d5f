import { expect } from 'vitest';
import type { FakeTable } from '#shared/table.fake';
import type { Bill, Hold } from './domain/bill/bill.ts';
import { balancesAfter, trialBalance } from './domain/ledger/balance.ts';
import { entry, sumOf, type Entry } from './domain/ledger/entry.ts';
import { isLive } from './domain/order/graph.ts';
import { amountOfPayment, orderState, type Order } from './domain/order/order.ts';
import type { fakeChannel } from './channels/channel.fake.ts';
import { billIn, holdIn, orderIn } from './stores/rows.ts';

export interface Books {
  bills: Map<string, { bill: Bill; hold: Hold }>;
  orders: Order[];
  entries: Entry[];
}
type Till = Pick<ReturnType<typeof fakeChannel>, 'charges'>;

/** Everything that payments has written, read past its stores. */
export function readBooks(table: Pick<FakeTable, 'rows'>): Books {
  const rows = table.rows();
  const of = (prefix: string, sk?: string) =>
    rows.filter((row) => String(row['pk']).startsWith(prefix) && (sk === undefined || row['sk'] === sk));
  const holds = new Map(of('BILL#', 'HOLD').map((row) => [String(row['pk']), holdIn(row)]));
  const bills = of('BILL#', 'REC').flatMap((row) => {
    const hold = holds.get(String(row['pk']));
    const bill = billIn(row);
    return hold ? [[bill.id, { bill, hold }] as const] : [];
  });
  return {
    bills: new Map(bills),
    orders: of('ORDER#', 'REC').map(orderIn),
    entries: of('LEDGER#').map(({ schema, pk, sk, pk1, sk1, ...row }) => entry().parse(row)),
  };
}

const paidAt = ({ charges }: Till, number: string): number => {
  const standing = charges.get(number)?.standing;
  return standing?.state === 'paid' ? standing.amountFen : 0;
};

/** What holds at every moment. */
export function checkBooks({ bills, orders, entries }: Books, till: Till): void {
  // I1, I12: each entry balances, and all of them.
  for (const one of entries) expect(sumOf(one, 'debit')).toBe(sumOf(one, 'credit'));
  expect(trialBalance(balancesAfter(new Map(), entries)).differenceFen).toBe(0);

  // I6: no bill is in two payments that were captured, nor in two orders that hold it.
  const captured = orders.flatMap(({ payments }) => payments.filter(({ capturedBy }) => capturedBy));
  const paid = captured.flatMap((one) => one.bills);
  expect(new Set(paid).size).toBe(paid.length);
  const held = orders.filter(({ endedAt }) => !endedAt).flatMap((one) => one.bills.map(({ billId }) => billId));
  expect(new Set(held).size).toBe(held.length);
  for (const [id, { hold }] of bills) expect([id, hold.state === 'paid']).toEqual([id, paid.includes(id)]);

  for (const order of orders) {
    for (const payment of order.payments) {
      // I14: a second charge is not made while one may still bring money.
      expect(payment.attempts.filter(({ state }) => isLive(state)).length).toBeLessThanOrEqual(
        order.endedAt && !payment.capturedBy ? 0 : 1,
      );
      const open = payment.attempts.filter(({ number }) => till.charges.get(number)?.standing.state === 'pending');
      expect(open.length).toBeLessThanOrEqual(order.endedAt && !payment.capturedBy ? 0 : 1);
      // I7: what is booked is what its lines ask, and what the channel took.
      if (!payment.capturedBy) continue;
      expect(paidAt(till, payment.capturedBy)).toBe(amountOfPayment(order, payment));
    }
  }
  // I3, I4: each charge is booked once.
  const booked = orders.flatMap(({ payments }) =>
    payments.flatMap(({ attempts }) => attempts.filter(({ state }) => state === 'paid')),
  );
  expect(entries.length).toBe(booked.length);
  expect(sumOf({ legs: entries.flatMap(({ legs }) => legs) }, 'debit')).toBe(
    booked.reduce((sum, { number }) => sum + paidAt(till, number), 0),
  );
}

/** What holds when everybody has been told and time has passed. */
export function checkEnd({ bills, orders, entries }: Books, till: Till, asked: ReadonlyMap<string, number>): void {
  for (const order of orders) {
    expect(['paid', 'partly-paid', 'expired']).toContain(orderState(order));
    expect(order.payments.flatMap(({ attempts }) => attempts.filter(({ state }) => isLive(state)))).toEqual([]);
  }
  for (const { bill, hold } of bills.values()) {
    expect(['free', 'paid', 'shut']).toContain(hold.state);
    expect([bill.state, bill.paid !== undefined]).toEqual([bill.state, hold.state === 'paid']);
    const last = bill.source.by === 'assessment' ? asked.get(bill.source.assessmentId) : bill.revision;
    if (hold.state === 'free') {
      expect([bill.state, bill.revision, hold.revision, bill.next]).toEqual(['due', last, last, undefined]);
    }
  }
  // Nothing that a payer has paid is unknown to the ledger.
  const all = [...till.charges.keys()].reduce((sum, number) => sum + paidAt(till, number), 0);
  expect(sumOf({ legs: entries.flatMap(({ legs }) => legs) }, 'debit')).toBe(all);
}
