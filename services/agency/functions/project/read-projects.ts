import type * as z from 'zod';
import { listReply, type Page } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import type { PageAt } from '#shared/record-page';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { actionsOn } from '../../domain/project/change.ts';
import type { Project } from '../../domain/project/project.ts';
import type { projectsQuery } from '../../schemas/project.ts';
import { warningsOf } from './acted.ts';
import { actorsOf, isStaff, sees } from './whose.ts';

type Listing = Call<z.infer<ReturnType<typeof projectsQuery>>>;

/** Staff: those that the caller carries, or all in a state, or the one of a code. Others: their own. */
export const listProjects =
  (deps: AgencyDeps) =>
  (call: Listing): Promise<HttpResponse> =>
    listReply(call.query, outline, (page) => listed(call, page, deps));

async function listed({ query, scope }: Listing, page: PageAt, deps: AgencyDeps): Promise<Page<Project>> {
  const projects = await deps.projects();
  if (!isStaff(scope)) return projects.ofInvestor(scope.parties, page);
  if (query.code !== undefined) {
    const owners = await projects.byCodes([query.code]);
    return { items: await projects.getAll(owners.flatMap((id) => id ?? [])), nextCursor: null };
  }
  return query.state ? projects.inState(query.state, page) : projects.ofOfficer({ officer: scope.actor.partyId }, page);
}

export function outline(found: Project) {
  const { id, state: status, version, code, name, kind, place, investor, officer, registeredAt } = found;
  return plain({ id, status, version, code, name, kind, place, investor, officer, registeredAt });
}

/** A project with its links, what may be done next, and how it came to be so. */
export const showProject =
  (deps: AgencyDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const projects = await deps.projects();
    const found = await projects.get(params['id'] ?? '');
    if (!found || !sees(scope, found)) return refuse(problems.notFound);
    const [beside, timeline, assignments] = await Promise.all([
      projects.linksTo(found.id),
      projects.timelineOf(found.id),
      projects.assignmentsOf(found.id),
    ]);
    const { timelineHash, state: status, links, ...shown } = found;
    const actions = actionsOn(found, actorsOf(scope, found));
    const seen = {
      links: [...links, ...beside],
      warnings: warningsOf(found, cause.at),
      actions,
      assignments,
      timeline,
    };
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: plain({ ...shown, status, ...seen }) };
  };
