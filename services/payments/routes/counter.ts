import { staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import { billChanged, collectorSilent } from '../problems/collector.ts';
import { slipKnown } from '../problems/elsewhere.ts';
import { billNotPayable, tooManyLines } from '../problems/order.ts';
import * as refused from '../problems/shift.ts';
import { billReply } from '../schemas/bill.ts';
import { entriesReply } from '../schemas/ledger.ts';
import { pageOnly } from '../schemas/order.ts';
import * as schemas from '../schemas/shift.ts';

// A cashier sits in a hall of whatever district; the till's money is the city's.
const cashier = staff('any-district', 'cashier');
const finance = staff('district', 'finance', 'finance-checker');
const aShift = { status: 200, schema: schemas.shiftReply };
const keeping = async () => import('../functions/shift/keep-shift.ts');
const reading = async () => import('../functions/shift/read-shifts.ts');

/** 柜台: what cashiers take, count and hand over. */
export const counterRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'GET',
    path: '/payments/counter/bills/{id}',
    summary: 'Read a bill that somebody wants to pay at the counter',
    may: [cashier],
    reply: { status: 200, schema: billReply },
    run: onDemand(async () => (await reading()).getCounterBill),
  }),
  route({
    method: 'POST',
    path: '/payments/shifts',
    summary: 'Open a shift at a window; one at a time',
    may: [cashier],
    body: schemas.openShiftBody,
    reply: { status: 201, schema: schemas.shiftReply },
    refusals: [refused.shiftIsOpen],
    run: onDemand(async () => (await keeping()).openShift),
  }),
  route({
    method: 'GET',
    path: '/payments/shifts',
    summary: 'List the cashier’s own shifts, newest first; for finance those that stand so, oldest first',
    may: [cashier, finance],
    query: schemas.shiftsQuery,
    reply: { status: 200, schema: schemas.shiftPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listShifts),
  }),
  route({
    method: 'GET',
    path: '/payments/shifts/{id}',
    summary: 'Read a shift: what was taken, what must be in the till, what is to be deposited',
    may: [cashier, finance],
    reply: aShift,
    run: onDemand(async () => (await reading()).getShift),
  }),
  route({
    method: 'GET',
    path: '/payments/shifts/{id}/payments',
    summary: 'List what was taken in a shift, newest first',
    may: [cashier, finance],
    query: pageOnly,
    reply: { status: 200, schema: schemas.shiftPayments },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listShiftPayments),
  }),
  route({
    method: 'GET',
    path: '/payments/shifts/{id}/entries',
    summary: 'Read the ledger entries of a shift: differences and deposits, oldest first',
    may: [finance],
    reply: { status: 200, schema: entriesReply },
    run: onDemand(async () => (await import('../functions/ledger/read-ledger.ts')).entriesOfShift),
  }),
  route({
    method: 'POST',
    path: '/payments/shifts/{id}/payments',
    summary: 'Take cash, a card or a transfer for the bills of one payer; they are paid at once',
    may: [cashier],
    body: schemas.takeBody,
    reply: { status: 201, schema: schemas.takenReply },
    refusals: [
      billNotPayable,
      tooManyLines,
      billChanged,
      collectorSilent,
      refused.severalPayers,
      refused.slipNeeded,
      slipKnown,
      refused.receivedTooLittle,
      refused.shiftMoved,
    ],
    run: onDemand(async () => (await import('../functions/shift/take-payment.ts')).takePayment),
  }),
  route({
    method: 'POST',
    path: '/payments/shifts/{id}/count',
    summary: 'Count the cash of one’s own shift; nothing more is taken in it',
    may: [cashier],
    body: schemas.countBody,
    reply: aShift,
    refusals: [refused.differenceReason, refused.shiftMoved],
    run: onDemand(async () => (await keeping()).countShift),
  }),
  route({
    method: 'POST',
    path: '/payments/shifts/{id}/send-back',
    summary: 'Come to another sum than the cashier: he counts anew; somebody else than he',
    needsVersion: true,
    may: [cashier, finance],
    body: schemas.sendBackBody,
    reply: aShift,
    refusals: [refused.ownShift, refused.shiftMoved],
    run: onDemand(async () => (await keeping()).sendShiftBack),
  }),
  route({
    method: 'POST',
    path: '/payments/shifts/{id}/seal',
    summary: 'Come to the same sum and seal the bag; somebody else than the cashier',
    needsVersion: true,
    may: [cashier, finance],
    body: schemas.sealBody,
    reply: aShift,
    refusals: [refused.ownShift, refused.countDiffers, refused.shiftMoved],
    run: onDemand(async () => (await keeping()).sealShift),
  }),
  route({
    method: 'POST',
    path: '/payments/shifts/{id}/deposit',
    summary: 'Say by which slips the cash of a sealed bag was brought to the bank, for each merchant',
    may: [finance],
    body: schemas.depositBody,
    reply: aShift,
    refusals: [refused.slipsDiffer, refused.shiftMoved],
    run: onDemand(async () => (await keeping()).depositShift),
  }),
  route({
    method: 'POST',
    path: '/payments/shifts/{id}/cover',
    summary: 'Say by which slips missing cash was made good, for each merchant',
    may: [finance],
    body: schemas.coverBody,
    reply: aShift,
    refusals: [refused.nothingMissing, refused.slipsDiffer, refused.shiftMoved],
    run: onDemand(async () => (await keeping()).coverShift),
  }),
];
