import type * as z from 'zod';
import { dayOf, daysAfter } from '#shared/calendar';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { reconciliationsQuery } from '../../schemas/statement.ts';
import { showReconciliation, showSummary } from './show-reconciliation.ts';

type List = Call<z.infer<ReturnType<typeof reconciliationsQuery>>>;

/** Those of an accounting day, by channel and merchant. */
export const listReconciliations =
  ({ reconciliations }: PaymentsDeps) =>
  async ({ query, cause }: List): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const { date = daysAfter(dayOf(cause.at), -1), channel, limit } = query;
    const page = await reconciliations.pageOfDay(date, { limit, after: cursor.after });
    const items = page.items.filter((one) => channel === undefined || one.channel === channel);
    return { status: 200, body: { ...page, items: items.map((one) => showSummary(one, cause.at)) } };
  };

export const getReconciliation =
  ({ reconciliations }: PaymentsDeps) =>
  async ({ params, cause }: Call): Promise<HttpResponse> => {
    const found = await reconciliations.load(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: showReconciliation(found, cause.at) };
  };

/** For how long an address is good, in seconds. */
const openSeconds = 60;

/** The file as it was received; a later revision does not take an earlier one away. */
export const getFileAddress =
  ({ reconciliations, statementFiles }: PaymentsDeps) =>
  async ({ params, cause }: Call): Promise<HttpResponse> => {
    const found = await reconciliations.load(params['id'] ?? '');
    const files = found ? [...found.earlier, ...(found.file ? [found.file] : [])] : [];
    const file = files.find(({ revision }) => String(revision) === params['revision']);
    if (!found || !file) return refuse(problems.notFound);
    const { revision, sha256, bytes } = file;
    const url = await (await statementFiles()).readAddress(file.key, `${found.id}-${revision}`, openSeconds);
    const until = new Date(cause.at.getTime() + openSeconds * 1000).toISOString();
    return { status: 200, body: { url, until, revision, sha256, bytes } };
  };
