import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { remittanceCsv } from '../../domain/remittance/csv.ts';
import type { Remittance } from '../../domain/remittance/remittance.ts';
import type { remittancesQuery } from '../../schemas/remittance.ts';
import { csvReply } from '../csv-reply.ts';
import { showRemittance, showSummary } from './show-remittance.ts';

/** Those of a day, or those that stand so; of a payee only those in which it has a line. */
export const listRemittances =
  ({ remittances }: PaymentsDeps) =>
  async ({ query, cause }: Call<z.infer<ReturnType<typeof remittancesQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const { date, status, payee, limit } = query;
    const at = { limit, after: cursor.after };
    const page =
      status && !date ? await remittances.standing(status, at) : await remittances.ofDay(date ?? dayOf(cause.at), at);
    const fits = (one: Remittance): boolean =>
      (!status || one.state === status) && (!payee || one.lines.some((line) => line.payee === payee));
    return { status: 200, body: { ...page, items: page.items.filter(fits).map(showSummary) } };
  };

export const getRemittance =
  ({ remittances }: PaymentsDeps) =>
  async ({ params }: Call): Promise<HttpResponse> => {
    const found = await remittances.load(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: showRemittance(found) };
  };

/** The file for the treasury. */
export const getRemittanceCsv =
  ({ remittances }: PaymentsDeps) =>
  async ({ params }: Call): Promise<HttpResponse> => {
    const found = await remittances.load(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    return csvReply(found.id, remittanceCsv(found));
  };
