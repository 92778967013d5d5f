import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { pageOnly } from '../../schemas/order.ts';
import { showOrder } from './show-order.ts';
import { stagesOfOrders } from './stages-of-orders.ts';

/** One of the caller's orders. */
export const getOrder =
  (deps: PaymentsDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await deps.orders.get(scope, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const body = showOrder(found, cause.at, await stagesOfOrders([found], deps));
    return { status: 200, headers: { ETag: `"${found.version}"` }, body };
  };

/** The caller's orders, the newest first. */
export const listOrders =
  (deps: PaymentsDeps) =>
  async ({ query, scope, cause }: Call<z.infer<ReturnType<typeof pageOnly>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await deps.orders.list(scope.actor.ids ?? [scope.actor.partyId], {
      limit: query.limit,
      after: cursor.after,
    });
    const stages = await stagesOfOrders(page.items, deps);
    return { status: 200, body: { ...page, items: page.items.map((one) => showOrder(one, cause.at, stages)) } };
  };
