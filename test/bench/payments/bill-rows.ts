import { randomUUID } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { expiresAt, hash, later, linesOf, now, payer, row, today, type Placed } from './row-parts.ts';

const envelope = {
  specversion: '1.0',
  source: 'banshi/fuzhou/payments',
  type: 'payments.bills-settled.v1',
  time: now,
  datacontenttype: 'application/json',
  sequence: 4,
  district: 'fuzhou',
};
/** The fact that an order has paid its bills. */
export function fact({ id: orderId, bills }: Placed, id: string) {
  const chain = { subject: orderId, correlationId: randomUUID(), causationId: randomUUID() };
  const settled = bills.map((billId) => ({ billId, revision: 1 }));
  const data = { orderId, channel: 'sandbox', at: now, paid: true, bills: settled };
  return { ...envelope, id, ...chain, data };
}
export const outbox = (event: ReturnType<typeof fact>) =>
  row(`OUT#${today}#${event.id.slice(0, 1)}`, event.id, { event, expiresAt });

/** The mark of a fact that a bill has taken in. */
export const heard = (eventId: string, billId: string) =>
  row(`MARK#payments.on-bills-settled#${eventId}#${billId}`, 'MARK', { expiresAt });

const source = { by: 'department', district: 'gulou', department: 'urban', reference: randomUUID() };
const lines = linesOf({ merchant: 'treasury', kind: 'non-tax', quantity: 1, gate: 'none', receipt: 'none' }).slice(
  0,
  1,
);
const times = { dueAt: later, createdAt: now };
const bill = { kind: 'non-tax', source, payer, revision: 1, lines, ...times, back: [], told: 0, timelineHash: hash };

/** A bill that can be paid, or that an order has paid. */
export function billRow(id: string, paidBy?: string) {
  const list = { pk1: `PAYER#${payer}`, sk1: `${now}#${id}` };
  const open = { version: 1, state: 'due', pk2: `OPEN#${payer}`, sk2: `${later}#${id}` };
  const paid = { orderId: paidBy, channel: 'sandbox', at: now, revision: 1 };
  return row(`BILL#${id}`, 'REC', {
    id,
    ...bill,
    ...list,
    ...(paidBy ? { version: 2, state: 'paid', paid } : open),
  });
}
export const holdRow = (id: string, orderId?: string) =>
  row(`BILL#${id}`, 'HOLD', { revision: 1, ...(orderId ? { state: 'paid', orderId } : { state: 'free' }) });

const ofBill = (TableName: string, billId: string) => ({
  TableName,
  Key: marshall({ pk: `BILL#${billId}`, sk: 'HOLD' }),
});

/** A bill's hold, as an order takes it. */
export const take = (table: string, billId: string, orderId: string): TransactWriteItem => ({
  Update: {
    ...ofBill(table, billId),
    UpdateExpression: 'SET #0 = :0, #1 = :1',
    ConditionExpression: '#state = :from AND #revision = :of',
    ExpressionAttributeNames: { '#0': 'state', '#1': 'orderId', '#state': 'state', '#revision': 'revision' },
    ExpressionAttributeValues: marshall({ ':0': 'held', ':1': orderId, ':from': 'free', ':of': 1 }),
  },
});

/** A bill's hold, as an order pays it. */
export const settle = (table: string, billId: string, orderId: string): TransactWriteItem => ({
  Update: {
    ...ofBill(table, billId),
    UpdateExpression: 'SET #0 = :0',
    ConditionExpression: '#state = :from AND #order = :of',
    ExpressionAttributeNames: { '#0': 'state', '#state': 'state', '#order': 'orderId' },
    ExpressionAttributeValues: marshall({ ':0': 'paid', ':from': 'held', ':of': orderId }),
  },
});

/** The bill's own hold must still be as it was read. */
export const stillHeld = (orderId: string) => ({
  ConditionExpression: '#state = :state AND #revision = :revision AND #order = :order',
  ExpressionAttributeNames: { '#state': 'state', '#revision': 'revision', '#order': 'orderId' },
  ExpressionAttributeValues: marshall({ ':state': 'paid', ':revision': 1, ':order': orderId }),
});
