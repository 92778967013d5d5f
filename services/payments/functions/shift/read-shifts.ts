import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { amountOfPayment, type Order } from '../../domain/order/order.ts';
import { counterWay, type Shift } from '../../domain/shift/shift.ts';
import type { pageOnly } from '../../schemas/order.ts';
import type { shiftsQuery } from '../../schemas/shift.ts';
import { stagesOf } from '../bill/stages-of-bills.ts';
import { showBill } from '../bill/read-bills.ts';
import { showShift } from './show-shift.ts';

/** Finance sees every shift, a cashier his own, and those that he is to count. */
const sees = ({ scope }: Call, found: Shift): boolean =>
  found.cashier === scope.actor.sub || found.state === 'counted' || scope.capacities.some((one) => one !== 'cashier');

export const getShift =
  ({ shifts }: PaymentsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await shifts.load(call.params['id'] ?? '');
    if (!found || !sees(call, found)) return refuse(problems.notFound);
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: showShift(found) };
  };

/** A cashier's own, the newest first; for finance those that stand so, the oldest first. */
export const listShifts =
  ({ shifts }: PaymentsDeps) =>
  async ({ query, scope }: Call<z.infer<ReturnType<typeof shiftsQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const at = { limit: query.limit, after: cursor.after };
    const isCashier = scope.capacities.every((one) => one === 'cashier');
    const page = isCashier ? shifts.of(scope.actor.sub, at) : shifts.standing(query.status ?? 'counted', at);
    const { items, nextCursor } = await page;
    return { status: 200, body: { items: items.map(showShift), nextCursor } };
  };

/** What was taken in a shift, the newest first. */
export const listShiftPayments =
  ({ shifts, orders }: PaymentsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof pageOnly>>>): Promise<HttpResponse> => {
    const found = await shifts.load(call.params['id'] ?? '');
    if (!found || !sees(call, found)) return refuse(problems.notFound);
    const cursor = readCursor(call.query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await orders.ofShift(found.id, { limit: call.query.limit, after: cursor.after });
    return { status: 200, body: { ...page, items: page.items.map(showTaken) } };
  };

function showTaken(order: Order) {
  const [payment] = order.payments;
  const attempt = payment?.attempts[0];
  return {
    orderId: order.id,
    way: counterWay.parse(attempt?.way),
    slip: attempt?.paid?.channelRef ?? '',
    amountFen: payment ? amountOfPayment(order, payment) : 0,
    billIds: order.bills.map(({ billId }) => billId),
    at: order.createdAt.toISOString(),
  };
}

/** A bill that somebody wants to pay at the counter: what it asks, and not whose it is. */
export const getCounterBill =
  (deps: PaymentsDeps) =>
  async ({ params }: Call): Promise<HttpResponse> => {
    const [found, list] = await Promise.all([deps.bills.load(params['id'] ?? ''), deps.charges.live()]);
    if (!found) return refuse(problems.notFound);
    const stages = await stagesOf([found.bill], deps);
    return { status: 200, headers: { ETag: `"${found.bill.version}"` }, body: showBill(found, { list, stages }) };
  };
