import type * as z from 'zod';
import { readCursor } from '#shared/page';
import type { Call, HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { amountOfBill, type Bill } from '../../domain/bill/bill.ts';
import type { pageOnly } from '../../schemas/order.ts';

/** What finance must see to: payments of which the case, told twice, has not said within a day that it knows, and those that a collector has not booked. */
export const listExceptions =
  ({ bills }: PaymentsDeps) =>
  async ({ query }: Call<z.infer<ReturnType<typeof pageOnly>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await bills.unnoted({ limit: query.limit, after: cursor.after });
    return { status: 200, body: { ...page, items: page.items.map(showException) } };
  };

function showException(bill: Bill) {
  const { id, source, paid, unnoted, createdAt } = bill;
  return {
    kind: source.by === 'collector' ? ('unbooked' as const) : ('unnoted' as const),
    owner: 'finance' as const,
    since: (unnoted ?? createdAt).toISOString(),
    billId: id,
    district: source.district,
    ...(source.by === 'assessment' && { caseId: source.caseId }),
    ...(paid && { orderId: paid.orderId, paidAt: paid.at.toISOString() }),
    amountFen: amountOfBill(bill),
  };
}
