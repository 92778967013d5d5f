import { expect } from 'vitest';
import type { FakeTable } from '#shared/table.fake';
import type { Bill, Hold } from './domain/bill/bill.ts';
import type { Refund } from './domain/refund/refund.ts';
import { backed } from './domain/refund/reserve.ts';
import { clearingOf } from './domain/ledger/accounts.ts';
import { balancesAfter, heldBy, trialBalance } from './domain/ledger/balance.ts';
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
type Till = Pick<ReturnType<typeof fakeChannel>, 'charges' | 'refunds'>;

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

const paidAt = ({ charges }: Till, number: string): number => {
  const standing = charges.get(number)?.standing;
  return standing?.state === 'paid' ? standing.amountFen : 0;
};

/** What holds at every moment. */
export function check(books: Books, till: Till): void {
  checkBooks(books, till);
  checkRefunds(books, till);
}

function checkBooks({ bills, orders, entries, items }: Books, till: Till): void {
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

const moved = (entries: readonly Entry[]): number => sumOf({ legs: entries.flatMap(({ legs }) => legs) }, 'debit');
const summed = (refunds: readonly Refund[]): number => refunds.reduce((sum, one) => sum + one.amountFen, 0);

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
  // I8: what is promised and what is back are entries of their own.
  const done = refunds.filter(({ state }) => state === 'done');
  const approved = refunds.filter(({ state }) => state !== 'proposed' && state !== 'rejected');
  expect(moved(entries.filter(({ kind }) => kind === 'refund-promise'))).toBe(summed(approved));
  expect(moved(entries.filter(({ kind }) => kind === 'refund'))).toBe(summed(done));
  for (const one of done) expect(till.refunds.get(one.id.replaceAll('-', ''))?.standing.state).toBe('done');
}

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
  const heldIn = (kind: string) =>
    [...held].filter(([name]) => name.startsWith(`${kind}/`)).reduce((sum, [name, one]) => sum + heldBy(name, one), 0);
  const done = refunds.filter(({ state }) => state === 'done');
  expect(heldIn('clearing')).toBe(all - summed(done));
  // What is nobody's has gone back, or the channel could not.
  expect(heldIn('suspense')).toBe(0);
  expect(refunds.filter(({ state }) => !['proposed', 'rejected', 'stuck', 'done'].includes(state))).toEqual([]);
  expect(heldIn('refunds')).toBe(summed(refunds.filter(({ state }) => state === 'stuck')));
  for (const [id, { bill }] of bills) {
    const back = done.filter(({ of }) => of.kind === 'lines' && of.billId === id);
    expect(bill.back.reduce((sum, one) => sum + one.amountFen, 0)).toBe(summed(back));
  }
}
