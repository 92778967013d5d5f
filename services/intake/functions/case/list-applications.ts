import type * as z from 'zod';
import { readCursor, type Page } from '#shared/page';
import { problems, type Language } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import { mayAwait } from '../../domain/case/asked.ts';
import type { CaseCopy } from '../../domain/case/copy.ts';
import type { Line } from '../../stores/lists.ts';
import type { Awaited } from './awaited.ts';
import type { SinceTold } from './since-of-page.ts';
import { summaryOf } from './summary.ts';
import type { mineQuery, reviewsQuery, tasksQuery } from '../../schemas/lists.ts';

export const listMyApplications =
  (deps: IntakeDeps) =>
  async ({ query, scope, cause, language }: Call<z.infer<ReturnType<typeof mineQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await deps.lists.mine(scope, { limit: query.limit, after: cursor.after });
    const [beside, since] = await Promise.all([awaitedIn(page, cause.at, deps), sinceIn(page, language, deps)]);
    const { items, nextCursor } = await linesOf(page, { now: cause.at, beside, since }, deps);
    return { status: 200, body: { items, nextCursor } };
  };

/** What waits for the applicant beside the cases of a page: read where there can be anything. */
async function awaitedIn({ items }: Page<Line>, now: Date, deps: IntakeDeps): Promise<Beside> {
  const some = items.flatMap((line) => ('application' in line && mayAwait(line.application) ? [line.application] : []));
  return some.length === 0 ? new Map() : (await import('./awaited.ts')).awaitedOf(some, now, deps);
}
type Beside = ReadonlyMap<string, Awaited>;

/** What became of the decisions of a page (更正, 撤销, 复议): read where there is a decision. */
async function sinceIn({ items }: Page<Line>, language: Language, deps: IntakeDeps): Promise<SinceTold> {
  const own = items.flatMap((line) =>
    'application' in line && line.application.decidedAt ? [line.application.id] : [],
  );
  const others = items.flatMap((line) => ('copy' in line && line.copy.state === 'decided' ? [line.copy.id] : []));
  if (own.length + others.length === 0) return new Map();
  const { sinceOfPage } = await import('./since-of-page.ts');
  return sinceOfPage({ own, others, language }, deps);
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
    return { status: 200, body: await linesOf(page, { now: cause.at }, deps) };
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

interface Looked {
  now: Date;
  beside?: Beside;
  since?: SinceTold;
}

async function linesOf(
  { items, nextCursor }: Page<Line>,
  { now, beside, since }: Looked,
  { calendars, set }: IntakeDeps,
) {
  const calendar = await calendars.current();
  const threshold = await calendars.threshold();
  const lines = items.map((line) => {
    const { id } = 'application' in line ? line.application : line.copy;
    const became = since?.get(id);
    const told = became && { since: became };
    if (!('application' in line)) return { ...copied(line.copy), ...told };
    const { fee, asked: also } = beside?.get(id) ?? {};
    const summary = summaryOf(line.application, { now, threshold, calendar, set, also });
    return { ...summary, ...told, ...(fee && { fee }) };
  });
  return { items: lines, nextCursor };
}

const copied = ({ state, partyId, sequence, decidedAt, ...shown }: CaseCopy) => ({ ...shown, status: state });
