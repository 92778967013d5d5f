import type * as z from 'zod';
import type { Scope } from '#shared/access';
import { readCursor } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { surelyPast } from '../../domain/clock/limit.ts';
import { confirm, pushActions, pushRefusal, receiptBy, report, type Push } from '../../domain/push/push.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import type { pushesQuery } from '../../schemas/push.ts';

/** What a supervising body was sent; what is late comes first, as the oldest does. */
export const listPushes =
  (deps: IntakeDeps) =>
  async ({ query, scope, cause }: Call<z.infer<ReturnType<typeof pushesQuery>>>): Promise<HttpResponse> => {
    const { department: body, status: state, limit, as } = query;
    if (scope.departments !== 'any' && !scope.departments.includes(body)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const [store, calendar, by] = await Promise.all([
      deps.pushes(),
      deps.calendars.current(),
      deps.persons.know(scope, cause.at),
    ]);
    const page = { limit, after: cursor.after };
    const { items, nextCursor } =
      as === 'decided'
        ? await store.listDecided({ department: body, state }, page)
        : await store.list({ body, state }, page);
    const lines = items.map((one) => {
      const { caseId: id, state: status, partyId, warned, timelineHash, ...rest } = one;
      const end = receiptBy(one, calendar);
      const { dueAt, provisional } = end;
      const late = surelyPast(end) < (one.receipt?.at ?? cause.at);
      return plain({ ...rest, id, status, actions: actionsOf(one, by), receiptBy: dueAt, provisional, late });
    });
    return { status: 200, body: { items: lines, nextCursor } };
  };

/** Who decided reads what was said of it; to say it is the supervising body's. */
const actionsOf = (one: Push, scope: Scope) =>
  scope.departments === 'any' || scope.departments.includes(one.supervisingBody) ? pushActions(one, scope) : [];

interface Acted {
  act: 'confirm' | 'report';
  decide: typeof confirm;
}

const onPush =
  <Body extends { text?: string; conforms?: boolean }>({ act, decide }: Acted) =>
  (deps: IntakeDeps) =>
  async ({ params, scope, cause, body }: Call<unknown, Body>): Promise<HttpResponse> => {
    const store = await deps.pushes();
    const found = await store.get(scope.departments, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const refused = pushRefusal(found, act, scope);
    if (refused) return refuse(caseProblems[refused]);
    const calendar = await deps.calendars.current();
    const { text, conforms } = body;
    const decided = decide(found, { at: cause.at, by: scope, text, conforms, calendar });
    const { caseId: id, state: status, version } = decided.push;
    const reply = {
      status: 200,
      headers: { ETag: `"${version}"` },
      body: { id, status, version, actions: pushActions(decided.push, scope) },
    };
    await store.save(decided, calendar, { ...cause, reply });
    return reply;
  };

export const confirmPush = onPush<Record<string, never>>({ act: 'confirm', decide: confirm });

/** What the supervising body found, told back. */
export const reportOnPush = onPush<{ text: string; conforms: boolean }>({ act: 'report', decide: report });
