import type * as z from 'zod';
import { readCursor, type Page } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import type { CaseCopy } from '../../domain/case/copy.ts';
import type { Line } from '../../stores/lists.ts';
import { summaryOf } from './summary.ts';
import type { mineQuery, reviewsQuery, tasksQuery } from '../../schemas/lists.ts';

export const listMyApplications =
  (deps: IntakeDeps) =>
  async ({ query, scope, cause }: Call<z.infer<ReturnType<typeof mineQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    return shown(await deps.lists.mine(scope, { limit: query.limit, after: cursor.after }), cause.at, deps);
  };

export const listTasks =
  (deps: IntakeDeps) =>
  async ({ query, scope, cause }: Call<z.infer<ReturnType<typeof tasksQuery>>>): Promise<HttpResponse> => {
    if (scope.departments !== 'any' && !scope.departments.includes(query.department)) return refuse(problems.notFound);
    const { department, status = 'submitted', light, limit } = query;
    // Seldom asked for: it is loaded with the first question.
    if (light) return (await import('./list-by-light.ts')).listByLight(deps)(cause, { ...query, light });
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const work = { department, state: status };
    return shown(await deps.lists.tasks(work, { limit, after: cursor.after }), cause.at, deps);
  };

export const listReviews =
  ({ lists }: IntakeDeps) =>
  async ({ query, scope }: Call<z.infer<ReturnType<typeof reviewsQuery>>>): Promise<HttpResponse> => {
    if (scope.departments !== 'any' && !scope.departments.includes(query.department)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await lists.reviews(query.department, { limit: query.limit, after: cursor.after });
    return { status: 200, body: page };
  };

async function shown(
  { items, nextCursor }: Page<Line>,
  now: Date,
  { calendars, set }: IntakeDeps,
): Promise<HttpResponse> {
  const calendar = await calendars.current();
  const threshold = await calendars.threshold();
  const lines = items.map((line) =>
    'application' in line ? summaryOf(line.application, { now, threshold, calendar, set }) : copied(line.copy),
  );
  return { status: 200, body: { items: lines, nextCursor } };
}

const copied = ({ state, partyId, sequence, ...shown }: CaseCopy) => ({ ...shown, status: state });
