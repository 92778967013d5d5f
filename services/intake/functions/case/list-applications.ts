import type * as z from 'zod';
import { readCursor, type Page } from '#shared/page';
import { plain } from '#shared/plain';
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
    const page = await deps.lists.mine(scope, { limit: query.limit, after: cursor.after });
    const due = await dueIn(page, cause.at, deps);
    const { items, nextCursor } = await linesOf(page, cause.at, deps);
    return { status: 200, body: { items: items.map((line) => plain({ ...line, fee: due.get(line.id) })), nextCursor } };
  };

/** What is to be paid in the cases of a page: one read where its items have charges, none where they are free. */
async function dueIn({ items }: Page<Line>, now: Date, deps: IntakeDeps): Promise<ReadonlyMap<string, object>> {
  const charged = items.flatMap((line) =>
    'application' in line && line.application.charges.length > 0 ? [line.application.id] : [],
  );
  if (charged.length === 0) return new Map();
  return (await import('../fee/due-fees.ts')).dueFees(charged, now, deps);
}

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
    const page = await deps.lists.tasks(work, { limit, after: cursor.after });
    return { status: 200, body: await linesOf(page, cause.at, deps) };
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

async function linesOf({ items, nextCursor }: Page<Line>, now: Date, { calendars, set }: IntakeDeps) {
  const calendar = await calendars.current();
  const threshold = await calendars.threshold();
  const lines = items.map((line) =>
    'application' in line
      ? { ...summaryOf(line.application, { now, threshold, calendar, set }), id: line.application.id }
      : copied(line.copy),
  );
  return { items: lines, nextCursor };
}

const copied = ({ state, partyId, sequence, ...shown }: CaseCopy) => ({ ...shown, status: state });
