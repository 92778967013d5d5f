import type * as z from 'zod';
import { readCursor } from '#shared/page';
import type { Call, HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import { notTheirs } from './theirs.ts';
import type { overdueQuery } from '../../schemas/supervision.ts';

type Asked = Call<z.infer<ReturnType<typeof overdueQuery>>>;

export const listOverdue =
  ({ overdue }: IntakeDeps) =>
  async (call: Asked): Promise<HttpResponse> => {
    const { query, cause } = call;
    const { department, limit } = query;
    const refusal = notTheirs(call, department);
    if (refusal) return refusal;
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const store = await overdue();
    return { status: 200, body: await store.list({ department, now: cause.at }, { limit, after: cursor.after }) };
  };

export const listWarnings =
  ({ overdue }: IntakeDeps) =>
  async (call: Asked): Promise<HttpResponse> => {
    const { query } = call;
    const { department, limit } = query;
    const refusal = notTheirs(call, department);
    if (refusal) return refusal;
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const store = await overdue();
    return { status: 200, body: await store.warnings(department, { limit, after: cursor.after }) };
  };
