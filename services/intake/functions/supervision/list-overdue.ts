import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import { isTheirs } from './theirs.ts';
import type { overdueQuery } from '../../schemas/supervision.ts';

type Asked = Call<z.infer<ReturnType<typeof overdueQuery>>>;

export const listOverdue =
  ({ overdue }: IntakeDeps) =>
  async ({ query, scope, cause }: Asked): Promise<HttpResponse> => {
    const { department, limit } = query;
    if (!isTheirs(scope, department)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const store = await overdue();
    return { status: 200, body: await store.list({ department, now: cause.at }, { limit, after: cursor.after }) };
  };

export const listWarnings =
  ({ overdue }: IntakeDeps) =>
  async ({ query, scope }: Asked): Promise<HttpResponse> => {
    const { department, limit } = query;
    if (!isTheirs(scope, department)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const store = await overdue();
    return { status: 200, body: await store.warnings(department, { limit, after: cursor.after }) };
  };
