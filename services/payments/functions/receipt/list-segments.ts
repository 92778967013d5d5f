import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { readCursor } from '#shared/page';
import type { Call, HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { pageOnly } from '../../schemas/order.ts';
import { standingOfNumbers } from './numbers-left.ts';
import { showSegment } from './show-segment.ts';

/** The segments, the newest first, with what is left of each, and whether another is needed. */
export const listSegments =
  (deps: PaymentsDeps) =>
  async ({ query, cause }: Call<z.infer<ReturnType<typeof pageOnly>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const { segments } = deps;
    const [page, standing] = await Promise.all([
      segments.list({ limit: query.limit, after: cursor.after }),
      standingOfNumbers(dayOf(cause.at), deps),
    ]);
    const items = await Promise.all(page.items.map(async (one) => showSegment(one, await segments.lanes(one.id))));
    return { status: 200, body: { ...page, items, ...standing } };
  };
