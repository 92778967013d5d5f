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
    return { status: 200, body: { ...page, items: page.items.flatMap(mattersOf) } };
  };

/** A bill may be two matters: its case does not know, and its collector has not booked it. */
function mattersOf(bill: Bill) {
  const { id, source, paid, unnoted, booking } = bill;
  const about = {
    owner: 'finance' as const,
    billId: id,
    district: source.district,
    ...(source.by === 'assessment' && { caseId: source.caseId }),
    ...(paid && { orderId: paid.orderId, paidAt: paid.at.toISOString() }),
    amountFen: amountOfBill(bill),
  };
  return [
    ...(unnoted ? [{ kind: 'unnoted' as const, since: unnoted.toISOString(), ...about }] : []),
    ...(booking?.unbooked ? [{ kind: 'unbooked' as const, since: booking.unbooked.toISOString(), ...about }] : []),
  ];
}
