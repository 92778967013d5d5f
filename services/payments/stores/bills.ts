import * as z from 'zod';
import type { Envelope } from '#events/event';
import type { Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import { parkedKey, parkWrite, readParked, unparkWrite, type Parked } from '#shared/parking';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Condition, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { BillChange, Held } from '../domain/bill/act.ts';
import { paymentCodeOf } from '../domain/bill/payment-code.ts';
import { awaitsNote } from '../domain/bill/mop-up.ts';
import { isOver, type Bill, type Hold } from '../domain/bill/bill.ts';
import { billedBooks, type Billed } from './billed.ts';
import { pageOf, type PageAt } from '#shared/record-page';
import { nameWrite, unnameWrite, type PayerName } from './payer-names.ts';
import {
  assessmentKey,
  billedKey,
  billIn,
  billKey,
  billRow,
  codeKey,
  debtKey,
  earliestOf,
  holdIn,
  holdKey,
  holdRow,
  openKey,
  payerKey,
  unnotedKey,
} from './rows.ts';

/** A change, and with a new bill what its payer is called. */
type BillSaved = BillChange & { named?: PayerName };

const pointer = once(() => z.object({ billId: z.uuid() }));
const awaitedOf = (assessmentId: string) => `assessment-${assessmentId}`;

const billRows = { keyOf: billKey, itemIn: billIn };

/** What people owe, and what an order may take it by. */
export function billStore(table: Table, publisher: Publisher) {
  const load = async (id: string): Promise<Held | undefined> => {
    const [record, hold] = await table.getAll([billKey(id), holdKey(id)]);
    return heldIn(record, hold);
  };
  /** Several bills, in the order of their ids; undefined where there is none. */
  const getAll = async (ids: readonly string[]): Promise<(Held | undefined)[]> => {
    const rows = ids.length === 0 ? [] : await table.getAll(ids.flatMap((id) => [billKey(id), holdKey(id)]));
    return ids.map((_, n) => heldIn(rows[2 * n], rows[2 * n + 1]));
  };
  return {
    load,

    /** A bill of the caller's own. */
    async get({ parties }: Scope, id: string): Promise<Held | undefined> {
      const found = await load(id);
      return found && parties.includes(found.bill.payer) ? found : undefined;
    },

    getAll,
    ...billedBooks(table, getAll),

    /** The bill of an assessment, and what was heard of it before that was known. */
    async heard(assessmentId: string): Promise<{ known: Held | undefined; parked: Parked }> {
      const awaited = awaitedOf(assessmentId);
      const [found, parked] = await table.getAll([assessmentKey(assessmentId), parkedKey(awaited)]);
      const known = found && (await load(pointer().parse(found).billId));
      return { known, parked: readParked(awaited, parked) };
    },

    /** A payer's bills, by all his ids: all, the newest first, or those that can be paid, by when they are due. */
    async list(ids: readonly string[], { open, ...at }: PageAt & { open: boolean }): Promise<Page<Held>> {
      const place = open
        ? { n: 2 as const, partitions: ids.map(openKey) }
        : { n: 1 as const, partitions: ids.map(payerKey) };
      const { items, nextCursor } = await pageOf(table, { ...place, newestFirst: !open, ...billRows }, at);
      const holds = items.length === 0 ? [] : await table.getAll(items.map(({ id }) => holdKey(id)));
      return { items: items.flatMap((bill, n) => (holds[n] ? [{ bill, hold: holdIn(holds[n]) }] : [])), nextCursor };
    },

    /** The paid bills of which their cases do not say that they know, or that no collector has booked, the longest first. */
    unnoted: (at: PageAt): Promise<Page<Bill>> =>
      pageOf(table, { n: 2, partitions: [unnotedKey], newestFirst: false, ...billRows }, at),

    /** Record, hold, timeline entry, facts and mark in one transaction; with the bill itself what was heard of it before. */
    async save(change: BillSaved, cause: Cause, first?: Parked | Billed): Promise<void> {
      const { bill, facts } = change;
      await table.transact([
        ...markWrites(cause),
        ...changeWrites(change, cause),
        ...nameWrites(change),
        ...(first ? [firstWrite(change, first)] : []),
        ...outboxWrites(publisher, bill, { facts, cause }),
      ]);
    },

    /** What was told of an assessment that is not known here yet. */
    async park(assessmentId: string, { parked, event }: { parked: Parked; event: Envelope }, cause: Cause) {
      const stillUnknown = { check: assessmentKey(assessmentId), when: ifAbsent };
      await table.transact([...markWrites(cause), parkWrite(parked, event, cause), stillUnknown]);
    },
  };
}

const heldIn = (record: Row | undefined, hold: Row | undefined): Held | undefined =>
  record && hold && { bill: billIn(record), hold: holdIn(hold) };

/** What is written with a new bill: it waits no more, or a department has asked it under its reference. */
function firstWrite({ bill: { id, source } }: BillChange, first: Parked | Billed): Write {
  if (!('asked' in first)) return unparkWrite(first);
  if (source.by !== 'department') throw new Error(`bill ${id} is of no department`);
  return { put: { ...billedKey(source, source.reference), schema: 1, billId: id, ...plain(first) }, when: ifAbsent };
}

/** With a new bill goes its payer's name, where that is known, and it goes when nobody pays the bill any more. */
function nameWrites({ before, bill, named }: BillSaved): Write[] {
  if (named) return [nameWrite(bill.id, named)];
  return before && isOver(bill) ? [unnameWrite(bill.id)] : [];
}

function changeWrites({ before, bill, hold, act, follows }: BillChange, cause: Cause): Write[] {
  const { pk } = billKey(bill.id);
  const { recorded, entryRow } = timelineRow(bill, { pk, act, version: bill.version }, cause);
  return [
    { put: billRow(recorded), when: before ? ifVersion(before.version) : ifAbsent },
    { put: entryRow, when: ifAbsent },
    ...dueWrites(pk, { was: before && lookAt(before), is: lookAt(bill) }, cause.at),
    { put: holdRow(bill.id, hold.after), when: hold.before ? ifHeldAs(hold.before) : ifAbsent },
    ...(before
      ? []
      : namesOf(bill).map((key): Write => {
          const isPassedOn = follows !== undefined && key.pk.startsWith('DEBT#');
          return { put: { ...key, schema: 1, billId: bill.id }, when: isPassedOn ? ifOf(follows) : ifAbsent };
        })),
  ];
}

/** It still leads to that bill. */
const ifOf = (billId: string): Condition => ({
  expression: '#bill = :bill',
  names: { '#bill': 'billId' },
  values: { ':bill': billId },
});

/** By what others find a new bill. */
function namesOf(bill: Bill): Key[] {
  const { source } = bill;
  const code = codeKey(paymentCodeOf(bill));
  if (source.by === 'assessment') return [code, assessmentKey(source.assessmentId)];
  return source.by === 'collector' ? [code, debtKey(source.collector, source.debt)] : [code];
}

/** When the clock looks at a bill: it is to be booked at its collector, or its case has not said that it knows. */
const lookAt = (bill: Bill): Date | undefined => earliestOf(bill.booking?.askAt, awaitsNote(bill));

/** Nobody has taken it, or let go of it, since it was read. */
export const ifHeldAs = ({ state, revision, orderId }: Hold): Condition => ({
  expression: `#state = :state AND #revision = :revision AND ${orderId ? '#order = :order' : 'attribute_not_exists(#order)'}`,
  names: { '#state': 'state', '#revision': 'revision', '#order': 'orderId' },
  values: { ':state': state, ':revision': revision, ...(orderId && { ':order': orderId }) },
});
