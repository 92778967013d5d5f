import type * as z from 'zod';
import { maskName } from '#shared/mask';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { pageOnly } from '../../schemas/order.ts';
import type { refundsQuery, unitRefundsQuery } from '../../schemas/refund.ts';
import { payerNameOf } from './payer-name.ts';
import { officeOf } from '../bill/office.ts';
import { showRefund } from './show-refund.ts';
import { shownWithLimits } from './treasury-limits.ts';

type PageOf = Call<z.infer<ReturnType<typeof pageOnly>>>;

/** What goes back, or went back, of one of the caller's bills. */
export const refundsOfBill =
  (deps: PaymentsDeps) =>
  async (call: PageOf): Promise<HttpResponse> => {
    const id = call.params['id'] ?? '';
    return (await deps.bills.get(call.scope, id)) ? listed(id, call, deps) : refuse(problems.notFound);
  };

/** What goes back of one of the caller's orders because no bill took it. */
export const refundsOfOrder =
  (deps: PaymentsDeps) =>
  async (call: PageOf): Promise<HttpResponse> => {
    const id = call.params['id'] ?? '';
    return (await deps.orders.get(call.scope, id)) ? listed(id, call, deps) : refuse(problems.notFound);
  };

async function listed(id: string, { query }: PageOf, { refunds }: PaymentsDeps): Promise<HttpResponse> {
  const cursor = readCursor(query.cursor);
  if ('problem' in cursor) return cursor;
  const page = await refunds.of(id, { limit: query.limit, after: cursor.after });
  return { status: 200, body: { ...page, items: page.items.map(showRefund) } };
}

/** The refunds that stand so, the oldest first: what finance has to do. */
export const listRefunds =
  (deps: PaymentsDeps) =>
  async ({ query }: Call<z.infer<ReturnType<typeof refundsQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await deps.refunds.standing(query.status, { limit: query.limit, after: cursor.after });
    return { status: 200, body: { ...page, items: await shownWithLimits(page.items, deps) } };
  };

/** 待核实的退付: what the caller's unit must verify, since it has been remitted, the oldest first. */
export const listUnitRefunds =
  (deps: PaymentsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof unitRefundsQuery>>>): Promise<HttpResponse> => {
    const { query } = call;
    const office = officeOf(call, query);
    if ('problem' in office) return office;
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await deps.refunds.ofUnit(office, { limit: query.limit, after: cursor.after });
    return { status: 200, body: { ...page, items: await shownWithLimits(page.items, deps) } };
  };

export const getRefund =
  (deps: PaymentsDeps) =>
  async ({ params }: Call): Promise<HttpResponse> => {
    const found = await deps.refunds.load(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    // Only where a name is to be compared, and masked: who decides needs no more.
    const payer = found.account && (await payerNameOf(found, deps));
    const [shown] = await shownWithLimits([found], deps);
    const body = { ...shown, ...(payer && { payerName: maskName(payer) }) };
    return { status: 200, headers: { ETag: `"${found.version}"` }, body };
  };
