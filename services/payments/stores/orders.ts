import * as z from 'zod';
import { BillsSettledV1 } from '#events/payments/bills-settled.v1';
import { fact, type Fact } from '#events/event';
import type { Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import { ifAbsent, ifVersion, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { OrderChange } from '../domain/order/act.ts';
import { returnSurplus, type RefundChange } from '../domain/refund/act.ts';
import { lookAt } from '../domain/order/look-at.ts';
import type { Order, Taken } from '../domain/order/order.ts';
import { entryWrites } from './ledger.ts';
import { pageOf, type PageAt } from '#shared/record-page';
import { refundWrites } from './refunds.ts';
import { attemptKey, holdKey, orderIn, orderKey, orderRow, ordersKey, shiftOrdersKey } from './rows.ts';

const pointer = once(() => z.object({ orderId: z.uuid() }));

/** Orders, the attempts at their channels, and what they hold. */
export function orderStore(table: Table, publisher: Publisher) {
  const load = async (id: string): Promise<Order | undefined> => {
    const row = await table.get(orderKey(id));
    return row && orderIn(row);
  };
  return {
    load,

    /** An order of the caller's own. */
    async get({ parties }: Scope, id: string): Promise<Order | undefined> {
      const found = await load(id);
      return found && parties.includes(found.payer) ? found : undefined;
    },

    /** The order of an attempt, by its number at the channel. */
    async byAttempt(number: string): Promise<Order | undefined> {
      const row = await table.get(attemptKey(number));
      return row && load(pointer().parse(row).orderId);
    },

    /** A payer's orders, by all his ids, the newest first. */
    list: (ids: readonly string[], at: PageAt): Promise<Page<Order>> =>
      pageOf(table, { n: 1, partitions: ids.map(ordersKey), newestFirst: true, keyOf: orderKey, itemIn: orderIn }, at),

    /**
     * Record, timeline entry, when it is looked at again, the bills it takes, pays or lets go, ledger entries, facts and mark
     * in one transaction. Of fifty bills that is fifty and six writes. Gives the order as it is kept.
     */
    async save(change: OrderChange, cause: Cause): Promise<Order> {
      const { recorded, writes } = orderWrites(change, cause, publisher);
      await table.transact([...markWrites(cause), ...writes]);
      return recorded;
    },

    /** The orders that a cashier took in a shift, the newest first. */
    ofShift: (shiftId: string, at: PageAt): Promise<Page<Order>> =>
      pageOf(
        table,
        { n: 2, partitions: [shiftOrdersKey(shiftId)], newestFirst: true, keyOf: orderKey, itemIn: orderIn },
        at,
      ),
  };
}

/** The writes of an act of an order, without the mark; also those of one that a cashier's shift is changed with. */
export function orderWrites(change: OrderChange, cause: Cause, publisher: Publisher) {
  const { before, order, act, entries } = change;
  const { pk } = orderKey(order.id);
  const { recorded, entryRow: told } = timelineRow(order, { pk, act, version: order.version }, cause);
  const writes: Write[] = [
    { put: orderRow(recorded), when: before ? ifVersion(before.version) : ifAbsent },
    { put: told, when: ifAbsent },
    ...dueWrites(pk, { was: before && lookAt(before), is: lookAt(order) }, cause.at),
    ...newAttempts(change),
    ...change.holds.map((one) => holdWrite(change, one)),
    ...entryWrites({ entries, of: order.id }, cause, publisher),
    ...surplusRefunds(change, cause, publisher).flatMap((one) => refundWrites(one, cause, publisher)),
    ...outboxWrites(publisher, order, { facts: settled(change, cause), cause }),
  ];
  return { recorded, writes };
}

/** What no bill takes goes back: the refund is written with the word of the channel that brought it. */
function surplusRefunds({ order, surplus = [] }: OrderChange, { at }: Cause, publisher: Publisher): RefundChange[] {
  const { id: orderId, channel, payer } = order;
  const said = { orderId, channel, payer, reason: 'surplus', createdAt: at };
  return surplus.map((one) => returnSurplus({ ...said, ...one, id: one.id ?? publisher.newId() }));
}

/** The number of an attempt that has begun leads to the order: the channel names nothing else. */
function newAttempts({ before, order }: OrderChange): Write[] {
  const known = new Set(before?.payments.flatMap(({ attempts }) => attempts.map(({ number }) => number)));
  return order.payments
    .flatMap(({ attempts }) => attempts)
    .filter(({ number }) => !known.has(number))
    .map(({ number }) => ({ put: { ...attemptKey(number), schema: 1, orderId: order.id }, when: ifAbsent }));
}

/** A bill is in one live order only, and is taken as it was read. */
function holdWrite(
  { before, order }: OrderChange,
  { taken: { billId, revision }, to }: OrderChange['holds'][number],
): Write {
  const orderId = order.id;
  const isNew = before === undefined;
  return {
    update: holdKey(billId),
    set: isNew ? { state: to, orderId } : { state: to },
    when: {
      expression: `#state = :from AND ${isNew ? '#revision = :of' : '#order = :of'}`,
      names: { '#state': 'state', ...(isNew ? { '#revision': 'revision' } : { '#order': 'orderId' }) },
      values: { ':from': isNew ? 'free' : 'held', ':of': isNew ? revision : orderId },
    },
  };
}

/** The bills themselves follow one by one. */
function settled({ order, holds }: OrderChange, { at }: Cause): Fact[] {
  const told = (taken: readonly Taken[], paid: boolean): Fact[] => {
    if (taken.length === 0) return [];
    const bills = taken.map(({ billId, revision }) => ({ billId, revision }));
    // It is paid when the channel says that it was, not when that is written down.
    const when = (paid && paidAt(order, bills[0]?.billId)) || at;
    return [fact(BillsSettledV1, { orderId: order.id, channel: order.channel, at: when.toISOString(), paid, bills })];
  };
  const of = (wanted: 'paid' | 'released') => holds.filter(({ to }) => to === wanted).map(({ taken }) => taken);
  return [...told(of('paid'), true), ...told(of('released'), false)];
}

/** When the charge was paid that a bill is paid by. */
function paidAt({ payments }: Order, billId: string | undefined): Date | undefined {
  const by = payments.find(({ bills }) => bills.some((id) => id === billId));
  return by?.attempts.find(({ number }) => number === by.capturedBy)?.paid?.at;
}
