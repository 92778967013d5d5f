import { expect } from 'vitest';
import type { FakeTable } from '#shared/table.fake';
import type { Bill, Hold } from './domain/bill/bill.ts';
import type { Refund } from './domain/refund/refund.ts';
import { backed } from './domain/refund/reserve.ts';
import { clearingOf } from './domain/ledger/accounts.ts';
import { balancesAfter, heldBy, trialBalance, type Balance } from './domain/ledger/balance.ts';
import { clearingItem, type ClearingItem } from './domain/ledger/clearing-item.ts';
import { entry, sumOf, type Entry } from './domain/ledger/entry.ts';
import { unsaidOf } from './domain/ledger/revenue.ts';
import { isLive } from './domain/order/graph.ts';
import { amountOfPayment, orderState, type Order } from './domain/order/order.ts';
import type { fakeChannel } from './channels/channel.fake.ts';
import { billIn, holdIn, orderIn, refundIn } from './stores/rows.ts';

export interface Books {
  bills: Map<string, { bill: Bill; hold: Hold }>;
  orders: Order[];
  entries: Entry[];
  items: ClearingItem[];
  refunds: Refund[];
  /** What is promised of each bill, by charge. */
  promises: Map<string, Record<string, number>>;
}
export type Till = Pick<ReturnType<typeof fakeChannel>, 'charges' | 'refunds'>;

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
    refunds: of('REFUND#', 'REC').map(refundIn),
    promises: new Map(
      of('BILL#', 'BACK').map((row) => [String(row['pk']).slice('BILL#'.length), backed().parse(row).fen]),
    ),
    items: of('CLEARING#').map((row) => clearingItem().parse(row)),
    entries: of('LEDGER#').map(({ schema, pk, sk, pk1, sk1, ...row }) => entry().parse(row)),
  };
}

/** What the accounts of a kind hold together. */
export const heldIn = (balances: ReadonlyMap<string, Balance>, kind: string): number =>
  [...balances]
    .filter(([name]) => name.startsWith(`${kind}/`))
    .reduce((sum, [name, one]) => sum + heldBy(name, one), 0);

const paidAt = ({ charges }: Till, number: string): number => {
  const standing = charges.get(number)?.standing;
  return standing?.state === 'paid' ? standing.amountFen : 0;
};

/** What holds of bills, orders and the ledger at every moment. */
export function checkBooks({ bills, orders, entries, items }: Books, till: Till): void {
  // I1, I12: each entry balances, and all of them.
  for (const one of entries) expect(sumOf(one, 'debit')).toBe(sumOf(one, 'credit'));
  expect(trialBalance(balancesAfter(new Map(), entries)).differenceFen).toBe(0);
  // What is taken for a payee, or taken back, is under a subject to the fen.
  for (const one of entries) expect([one.kind, ...unsaidOf(one)]).toEqual([one.kind]);

  // I10: each clearing account is what its items come to, number by number.
  for (const [account, balance] of balancesAfter(new Map(), entries)) {
    if (!account.startsWith('clearing/')) continue;
    const own = items.filter((one) => account === clearingOf(one));
    const sum = own.reduce((fen, one) => fen + (one.direction === 'in' ? one.amountFen : -one.amountFen), 0);
    expect([account, sum]).toEqual([account, heldBy(account, balance)]);
  }

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
  const taken = entries.filter(({ kind }) => kind === 'capture' || kind === 'surplus');
  expect(taken.length).toBe(booked.length);
  expect(moved(taken)).toBe(booked.reduce((sum, { number }) => sum + paidAt(till, number), 0));
}

export const moved = (entries: readonly Entry[]): number =>
  sumOf({ legs: entries.flatMap(({ legs }) => legs) }, 'debit');
export const summed = (refunds: readonly Refund[]): number => refunds.reduce((sum, one) => sum + one.amountFen, 0);

const sent = new Set<Refund['state']>(['approved', 'pending', 'unknown']);

/** What holds when everybody has been told and time has passed. */
export function checkEnd(
  { bills, orders, entries, refunds }: Books,
  till: Till,
  asked: ReadonlyMap<string, number>,
): void {
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
  const held = balancesAfter(new Map(), entries);
  const done = refunds.filter(({ state }) => state === 'done');
  expect(heldIn(held, 'clearing')).toBe(all - summed(done.filter(({ unit }) => unit === undefined)));
  // What is nobody's has gone back, or the channel could not.
  expect(heldIn(held, 'suspense')).toBe(0);
  // Whatever is left waits for people.
  expect(refunds.filter(({ state }) => sent.has(state))).toEqual([]);
  for (const [id, { bill }] of bills) {
    const back = done.filter(({ of }) => of.kind === 'lines' && of.billId === id);
    expect(bill.back.reduce((sum, one) => sum + one.amountFen, 0)).toBe(summed(back));
  }
}
