import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { settlementCsv } from '../../domain/settlement/settlement.ts';
import type { settlementsQuery } from '../../schemas/settlement.ts';
import { csvReply } from '../csv-reply.ts';
import { showSettlement } from './show-settlement.ts';

/** Those of a day, or those that stand so. */
export const listSettlements =
  ({ settlements }: PaymentsDeps) =>
  async ({ query, cause }: Call<z.infer<ReturnType<typeof settlementsQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const { date, status, limit } = query;
    const at = { limit, after: cursor.after };
    const page =
      status && !date ? await settlements.standing(status, at) : await settlements.ofDay(date ?? dayOf(cause.at), at);
    const items = page.items.filter((one) => !status || one.state === status).map(showSettlement);
    return { status: 200, body: { ...page, items } };
  };

export const getSettlement =
  ({ settlements }: PaymentsDeps) =>
  async ({ params }: Call): Promise<HttpResponse> => {
    const found = await settlements.load(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: showSettlement(found) };
  };

/** The file for the bank; the same bytes as were kept when it was approved. */
export const getSettlementCsv =
  ({ settlements }: PaymentsDeps) =>
  async ({ params }: Call): Promise<HttpResponse> => {
    const found = await settlements.load(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    return csvReply(found.number, settlementCsv(found));
  };
