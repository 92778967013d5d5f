import { plain } from '#shared/plain';
import type { Key, Row } from '#shared/table';
import { amountOfBill, bill, hold, type Bill, type Hold } from '../domain/bill/bill.ts';
import { order, type Order } from '../domain/order/order.ts';
import type { RefundState } from '../domain/refund/graph.ts';
import type { ShiftState } from '../domain/shift/graph.ts';
import { shift, type Shift } from '../domain/shift/shift.ts';
import { refund, type Refund } from '../domain/refund/refund.ts';

/** The rows of a bill: `BILL#<id>` with REC, HOLD and T#<version>. */
export const billKey = (id: string): Key => ({ pk: `BILL#${id}`, sk: 'REC' });
export const holdKey = (id: string): Key => ({ pk: `BILL#${id}`, sk: 'HOLD' });
/** An assessment of intake leads to its bill. */
export const assessmentKey = (id: string): Key => ({ pk: `ASSESSMENT#${id}`, sk: 'REC' });
/** A department's bills by their references, and what leads from the code on a bill (缴款码) to it. */
export const billedKey = (office: Office, reference: string): Key => ({ pk: billedPk(office), sk: `R#${reference}` });
export const billedPk = ({ district, department }: Office) => `BILLED#${district}/${department}`;
export const codeKey = (code: string): Key => ({ pk: `PAYMENT-CODE#${code}`, sk: 'REC' });
/** What a collector asks under its own name, once. */
export const debtKey = (collector: string, debt: string): Key => ({ pk: `DEBT#${collector}#${debt}`, sk: 'REC' });
export interface Office {
  district: string;
  department: string;
}
/** All bills of a payer, and those that can be paid, by when they are due. */
export const payerKey = (party: string) => `PAYER#${party}`;
export const openKey = (party: string) => `OPEN#${party}`;

/** Paid bills of which their cases do not say that they know, or that no collector has booked. */
export const unnotedKey = 'UNNOTED';

/** The rows of an order: `ORDER#<id>` with REC, DUE and T#<version>. */
export const orderKey = (id: string): Key => ({ pk: `ORDER#${id}`, sk: 'REC' });
export const ordersKey = (party: string) => `ORDERS#${party}`;
/** The number of an attempt at its channel leads to its order. */
export const attemptKey = (number: string): Key => ({ pk: `ATTEMPT#${number}`, sk: 'REC' });

/** The first of two times, where there are any. */
export const earliestOf = (one: Date | undefined, other: Date | undefined): Date | undefined =>
  one && other ? (one < other ? one : other) : (one ?? other);

export function billRow(found: Bill): Key & Row {
  const { id, payer, state, createdAt, dueAt } = found;
  const matter = earliestOf(found.unnoted, found.booking?.unbooked);
  const isOpen = (state === 'due' || state === 'deferred' || state === 'cancel-pending') && amountOfBill(found) > 0;
  return {
    ...billKey(id),
    schema: 1,
    ...plain(found),
    pk1: payerKey(payer),
    sk1: `${createdAt.toISOString()}#${id}`,
    ...(matter && { pk2: unnotedKey, sk2: `${matter.toISOString()}#${id}` }),
    ...(isOpen && { pk2: openKey(payer), sk2: `${dueAt.toISOString()}#${id}` }),
  };
}

export function billIn({ schema, pk1, sk1, pk2, sk2, pk, sk, ...row }: Row): Bill {
  return bill().parse(row);
}

export const holdRow = (id: string, found: Hold): Key & Row => ({ ...holdKey(id), schema: 1, ...found });
export const holdIn = ({ schema, pk, sk, ...row }: Row): Hold => hold().parse(row);

/** The rows of a cashier's shift: `SHIFT#<id>` with REC and T#<version>; of its cashier, and among those that stand so. */
export const shiftKey = (id: string): Key => ({ pk: `SHIFT#${id}`, sk: 'REC' });
export const shiftsOfKey = (cashier: string) => `SHIFTS-OF#${cashier}`;
export const shiftsInKey = (state: ShiftState) => `SHIFTS#${state}`;
export const shiftOrdersKey = (shiftId: string) => `SHIFT-ORDERS#${shiftId}`;
/** The open shift of a cashier: there is one at most. */
export const tillKey = (cashier: string): Key => ({ pk: `CASHIER#${cashier}`, sk: 'TILL' });

export function shiftRow(found: Shift): Key & Row {
  const sort = `${found.openedAt.toISOString()}#${found.id}`;
  const place = { pk1: shiftsOfKey(found.cashier), sk1: sort, pk2: shiftsInKey(found.state), sk2: sort };
  return { ...shiftKey(found.id), schema: 1, ...plain(found), ...place };
}

export function shiftIn({ schema, pk1, sk1, pk2, sk2, pk, sk, ...row }: Row): Shift {
  return shift().parse(row);
}

export function orderRow(found: Order): Key & Row {
  const place = { pk1: ordersKey(found.payer), sk1: `${found.createdAt.toISOString()}#${found.id}` };
  const taken = found.shift && { pk2: shiftOrdersKey(found.shift), sk2: place.sk1 };
  return { ...orderKey(found.id), schema: 1, ...plain(found), ...place, ...taken };
}

export function orderIn({ schema, pk1, sk1, pk2, sk2, pk, sk, ...row }: Row): Order {
  return order().parse(row);
}

/** The rows of a refund: `REFUND#<id>` with REC, DUE and T#<version>; found by its bill or order, and by how it stands. */
export const refundKey = (id: string): Key => ({ pk: `REFUND#${id}`, sk: 'REC' });
export const refundsOfKey = (id: string) => `REFUNDS-OF#${id}`;
export const refundsInKey = (state: RefundState) => `REFUNDS#${state}`;
/** Those that a unit must verify. */
export const refundsOfUnitKey = ({ district, department }: Office) => `REFUNDS-OF-UNIT#${district}/${department}`;
/** What is promised of a bill. */
export const backKey = (billId: string): Key => ({ pk: `BILL#${billId}`, sk: 'BACK' });
/** A proposal of intake that has been taken in. */
export const proposalKey = (proposal: string): Key => ({ pk: `PROPOSAL#${proposal}`, sk: 'REC' });

export function refundRow(found: Refund): Key & Row {
  const { id, of, orderId, state, createdAt } = found;
  const sort = `${createdAt.toISOString()}#${id}`;
  const place = { pk1: refundsOfKey(of.kind === 'lines' ? of.billId : orderId), sk1: sort };
  const unit = state === 'verifying' && found.unit && { pk3: refundsOfUnitKey(found.unit), sk3: sort };
  return { ...refundKey(id), schema: 1, ...plain(found), ...place, pk2: refundsInKey(state), sk2: sort, ...unit };
}

export function refundIn({ schema, pk1, sk1, pk2, sk2, pk3, sk3, pk, sk, ...row }: Row): Refund {
  return refund().parse(row);
}
