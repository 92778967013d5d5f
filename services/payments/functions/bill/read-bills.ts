import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { Held } from '../../domain/bill/act.ts';
import { amountOfBill, backOf, standingOf } from '../../domain/bill/bill.ts';
import { paymentCodeOf } from '../../domain/bill/payment-code.ts';
import type { Stage } from '../../domain/bill/stage.ts';
import type { billsQuery } from '../../schemas/bill.ts';
import { stagesOf } from './stages-of-bills.ts';
import { whoseIds } from '../whose.ts';
import type { LiveList } from '../../stores/charges.ts';

/** One of the caller's bills. */
export const getBill =
  (deps: PaymentsDeps) =>
  async ({ params, scope }: Call): Promise<HttpResponse> => {
    const [found, list] = await Promise.all([deps.bills.get(scope, params['id'] ?? ''), deps.charges.live()]);
    if (!found) return refuse(problems.notFound);
    const stages = await stagesOf([found.bill], deps);
    return { status: 200, headers: { ETag: `"${found.bill.version}"` }, body: showBill(found, { list, stages }) };
  };

/** What a party owes and has paid; of an organisation, whoever may act for it sees it. */
export const listBills =
  (deps: PaymentsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof billsQuery>>>): Promise<HttpResponse> => {
    const { query } = call;
    const ids = await whoseIds(query.as, call, deps);
    if (!ids) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const wish = { open: query.open === 'true', limit: query.limit, after: cursor.after };
    const [page, list] = await Promise.all([deps.bills.list(ids, wish), deps.charges.live()]);
    const stages = await stagesOf(
      page.items.map(({ bill }) => bill),
      deps,
    );
    return { status: 200, body: { ...page, items: page.items.map((one) => showBill(one, { list, stages })) } };
  };

/** What a bill is shown by: the list in force, and how far the money of those has come that are paid. */
export interface Seen {
  list: LiveList | undefined;
  stages?: ReadonlyMap<string, Stage>;
}

/** A bill as its payer sees it, with the names of the charges as the list in force has them. */
export function showBill({ bill, hold }: Held, { list, stages }: Seen) {
  const { id, version, kind, source, revision, dueAt, paid } = bill;
  const standing = standingOf(bill, hold);
  const status = stages?.get(id) ?? standing;
  const orderId = paid?.orderId ?? (standing === 'paying' || standing === 'paid' ? hold.orderId : undefined);
  return {
    id,
    status,
    version,
    kind,
    ...(source.by === 'assessment' && { caseId: source.caseId }),
    ...(source.by === 'collector' && { collector: source.collector }),
    district: source.district,
    revision,
    amountFen: amountOfBill(bill),
    lines: bill.lines.map(({ code, payee, destination, quantity, amountFen }) => {
      const name = list?.charge(code)?.name;
      return { code, ...(name && { name }), payee, destination, quantity, amountFen };
    }),
    dueAt: dueAt.toISOString(),
    paymentCode: paymentCodeOf(bill),
    ...(orderId && { orderId }),
    ...(paid && { paidAt: paid.at.toISOString() }),
    ...(bill.back.length > 0 && { refundedFen: backOf(bill) }),
    actions: hold.state === 'free' ? (['pay'] as const) : [],
  };
}
