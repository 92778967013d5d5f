import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import type { adjustmentsQuery } from '../../schemas/adjustment.ts';
import { actingOn, adjustmentShown } from './adjustment-reply.ts';

export const listAdjustments =
  ({ adjustments }: IntakeDeps) =>
  async ({ query, scope, cause }: Call<z.infer<ReturnType<typeof adjustmentsQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await (await adjustments()).list(query.status, { limit: query.limit, after: cursor.after });
    const acting = actingOn(scope, cause);
    return { status: 200, body: { ...page, items: page.items.map((one) => adjustmentShown(one, acting)) } };
  };

export const readAdjustment =
  ({ adjustments }: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await (await adjustments()).get(id);
    if (!found) return refuse(problems.notFound);
    const body = adjustmentShown(found, actingOn(scope, cause));
    return { status: 200, headers: { ETag: `"${found.version}"` }, body };
  };
