import type * as z from 'zod';
import { readCursor } from '#shared/page';
import type { Call, HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import { notTheirs } from './theirs.ts';
import type { PageOf } from '../../stores/lists.ts';
import type { overdueQuery } from '../../schemas/supervision.ts';

type Asked = Call<z.infer<ReturnType<typeof overdueQuery>>>;

type Lists = Awaited<ReturnType<IntakeDeps['overdue']>>;

/** A page of one of a department's lists, for those whose department it is. */
const pageOf =
  (list: (lists: Lists, asked: { department?: string | undefined; now: Date }, page: PageOf) => Promise<object>) =>
  ({ overdue }: IntakeDeps) =>
  async (call: Asked): Promise<HttpResponse> => {
    const { query, cause } = call;
    const { department, limit } = query;
    const refusal = notTheirs(call, department);
    if (refusal) return refusal;
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    return {
      status: 200,
      body: await list(await overdue(), { department, now: cause.at }, { limit, after: cursor.after }),
    };
  };

export const listOverdue = pageOf((lists, asked, page) => lists.list(asked, page));

export const listWarnings = pageOf((lists, { department }, page) => lists.warnings(department, page));
