import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { pageOnly } from '../../schemas/order.ts';
import { showOrder } from './show-order.ts';

/** One of the caller's orders. */
export const getOrder =
  ({ orders }: PaymentsDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await orders.get(scope, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: showOrder(found, cause.at) };
  };

/** The caller's orders, the newest first. */
export const listOrders =
  ({ orders }: PaymentsDeps) =>
  async ({ query, scope, cause }: Call<z.infer<ReturnType<typeof pageOnly>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await orders.list(scope.actor.ids ?? [scope.actor.partyId], {
      limit: query.limit,
      after: cursor.after,
    });
    return { status: 200, body: { ...page, items: page.items.map((one) => showOrder(one, cause.at)) } };
  };
