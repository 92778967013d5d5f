import type * as z from 'zod';
import { readCursor, type Page } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import type { Listed } from '../../stores/rows.ts';
import type { mineQuery, tasksQuery } from '../../schemas/case.ts';

export const listMyApplications =
  ({ lists, set }: IntakeDeps) =>
  async ({ query, scope }: Call<z.infer<ReturnType<typeof mineQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    return shown(await lists.mine(scope, { limit: query.limit, after: cursor.after }), set);
  };

export const listTasks =
  ({ lists, set }: IntakeDeps) =>
  async ({ query, scope }: Call<z.infer<ReturnType<typeof tasksQuery>>>): Promise<HttpResponse> => {
    if (scope.departments !== 'any' && !scope.departments.includes(query.department)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const work = { department: query.department, state: query.status };
    return shown(await lists.tasks(work, { limit: query.limit, after: cursor.after }), set);
  };

function shown({ items, nextCursor }: Page<Listed>, set: string): HttpResponse {
  return { status: 200, body: { items: items.map((one) => summary(one, set)), nextCursor } };
}

function summary({ state, district, channel, ...rest }: Listed, set: string) {
  return { ...rest, status: state, district: district ?? set };
}
