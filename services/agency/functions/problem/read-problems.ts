import type * as z from 'zod';
import { listReply, type Page } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import type { PageAt } from '#shared/record-page';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import type { problemsQuery } from '../../schemas/problem.ts';
import { isStaff, sees } from '../project/whose.ts';
import { taskOutline } from '../task/outline.ts';
import { actionsFor, problemOf } from './whose.ts';

type Listing = Call<z.infer<ReturnType<typeof problemsQuery>>>;

/** Of a project; of officers all that stand so; else those that the caller has raised. */
export const listProblems =
  (deps: AgencyDeps) =>
  (call: Listing): Promise<HttpResponse> =>
    listReply(call.query, outline, (page) => listed(call, page, deps));

async function listed({ query, scope }: Listing, page: PageAt, deps: AgencyDeps): Promise<Page<Problem> | Refusal> {
  const store = await deps.problems();
  const ofOfficer = scope.departments === 'any';
  if (query.projectId !== undefined) {
    const project = await (await deps.projects()).get(query.projectId);
    const mayAll = project && sees(scope, project) && (ofOfficer || !isStaff(scope));
    return mayAll ? store.ofProject(project.id, page) : refuse(problems.notFound);
  }
  if (query.standing && ofOfficer) return store.standing(query.standing, page);
  return store.raisedBy(isStaff(scope) ? [scope.actor.partyId] : scope.parties, page);
}

function outline(found: Problem) {
  const { id, state: status, version, level, home, projectId, kind, department, raiser, late, reopened } = found;
  const named = { id, status, version, level, home, projectId, kind, department, raiser: raiser.kind };
  return plain({ ...named, dueOn: found.limit?.due, late, reopened, raisedAt: found.raisedAt });
}

/** What it is, who has answered what and when, and until when the next must be done. What the other set has written is read there. */
export const showProblem =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await problemOf(call, deps);
    if ('problem' in found) return found;
    const [store, tasks] = await Promise.all([deps.problems(), deps.tasks()]);
    const [timeline, decided] = await Promise.all([store.timelineOf(found.id), tasks.ofProblem(found.id)]);
    const { text, answers, coordinator, version } = found;
    const shown = {
      text,
      coordinator,
      answers: answers.map(({ level, at, text: said }) => ({ level, at, text: said })),
    };
    const other = deps.set === deps.city ? found.home : deps.city;
    const isAbove = found.level !== 'district' && other !== deps.set;
    const more = {
      ...(isAbove && { alsoIn: other }),
      tasks: decided.map(taskOutline),
      actions: actionsFor(call.scope, found, deps),
      timeline,
    };
    return { status: 200, headers: { ETag: `"${version}"` }, body: plain({ ...outline(found), ...shown, ...more }) };
  };
