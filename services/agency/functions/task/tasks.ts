import type * as z from 'zod';
import type { Scope } from '#shared/access';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { drop, finish, type TaskChange } from '../../domain/meeting/act.ts';
import { taskGraph, type TaskActor } from '../../domain/meeting/graph.ts';
import type { Task } from '../../domain/meeting/meeting.ts';
import { actsIn } from '../../domain/record-change.ts';
import { taskMoved } from '../../problems/meeting.ts';
import type { noteBody, tasksQuery } from '../../schemas/meeting.ts';
import { taskOutline } from './outline.ts';

const isTheirs = ({ departments, actor }: Scope, { who }: Task): boolean =>
  who.kind === 'officer'
    ? who.officer === actor.partyId
    : departments !== 'any' && departments.includes(who.department);

/** Officers see all of their set, a department its own. */
const sees = (scope: Scope, found: Task): boolean => scope.departments === 'any' || isTheirs(scope, found);

function actionsFor(scope: Scope, found: Task) {
  const who: TaskActor[] = [
    ...(isTheirs(scope, found) ? (['doer'] as const) : []),
    ...(scope.capacities.includes('officer-lead') ? (['lead'] as const) : []),
  ];
  return actsIn(taskGraph, found.state, who);
}

/** Mine: of officers their own, of others those of their departments. Officers may list all of the set besides. */
export const listTasks =
  (deps: AgencyDeps) =>
  async ({ query, scope }: Call<z.infer<ReturnType<typeof tasksQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const [tasks, page] = [await deps.tasks(), { limit: query.limit, after: cursor.after }];
    const { standing, mine } = query;
    const { departments, actor } = scope;
    const own = () =>
      departments === 'any'
        ? tasks.ofOfficer(actor.partyId, standing, page)
        : tasks.ofDepartments(departments, standing, page);
    const found = await (departments === 'any' && !mine ? tasks.all(standing, page) : own());
    const items = found.items.map((one) => ({ ...taskOutline(one), actions: actionsFor(scope, one) }));
    return { status: 200, body: { items, nextCursor: found.nextCursor } };
  };

const acting =
  (decide: (found: Task, note: string) => TaskChange | undefined) =>
  (deps: AgencyDeps) =>
  async ({
    params,
    scope,
    cause,
    body,
  }: Call<unknown, z.infer<ReturnType<typeof noteBody>>>): Promise<HttpResponse> => {
    const tasks = await deps.tasks();
    const found = await tasks.get(params['id'] ?? '');
    if (!found || !sees(scope, found)) return refuse(problems.notFound);
    const change = decide(found, body.note);
    if (!change || !actionsFor(scope, found).some((one) => one === change.act)) return refuse(taskMoved);
    const { id, state: status, version } = change.after;
    const reply = {
      status: 200,
      headers: { ETag: `"${version}"` },
      body: { id, status, version, actions: actionsFor(scope, change.after) },
    };
    await tasks.save(change, { ...cause, reply });
    return reply;
  };

export const finishTask = acting(finish);
export const dropTask = acting(drop);
