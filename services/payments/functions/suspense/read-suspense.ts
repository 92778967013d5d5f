import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { suspenseQuery } from '../../schemas/suspense.ts';
import { showOnItsWay, showSuspense, showWithTimeline } from './show-suspense.ts';

const live = ['held', 'under-review', 'paying-out'] as const;

/** What stands on suspense accounts, item by item, the longest first; or what nobody's bill took and is on its way back. */
export const listSuspense =
  ({ suspense, refunds }: PaymentsDeps) =>
  async ({ query, cause }: Call<z.infer<ReturnType<typeof suspenseQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const at = { limit: query.limit, after: cursor.after };
    const { status, channel, merchant } = query;
    const fits = (one: { channel: string; merchant: string }): boolean =>
      (channel === undefined || one.channel === channel) && (merchant === undefined || one.merchant === merchant);
    if (status === 'on-its-way') {
      const { items, nextCursor } = await refunds.surplusOnItsWay(fits, at);
      return { status: 200, body: { items: items.map((one) => showOnItsWay(one, cause.at)), nextCursor } };
    }
    const isAny = channel === undefined && merchant === undefined;
    const { items, nextCursor } = await suspense.list(status ? [status] : live, isAny ? undefined : fits, at);
    return { status: 200, body: { items: items.map((one) => showSuspense(one, cause.at)), nextCursor } };
  };

export const getSuspense =
  ({ suspense }: PaymentsDeps) =>
  async ({ params, cause }: Call): Promise<HttpResponse> => {
    const id = params['id'] ?? '';
    const [found, timeline] = await Promise.all([suspense.load(id), suspense.timeline(id)]);
    if (!found) return refuse(problems.notFound);
    const headers = { ETag: `"${found.version}"` };
    return { status: 200, headers, body: showWithTimeline(found, timeline, cause.at) };
  };
