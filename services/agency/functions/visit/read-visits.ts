import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { listReply } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { actsIn } from '../../domain/record-change.ts';
import { clockOf } from '../../domain/visit/clock.ts';
import { undecided } from '../../domain/visit/findings.ts';
import { visitGraph } from '../../domain/visit/graph.ts';
import { lastFindingDay } from '../../domain/visit/hold.ts';
import type { JointVisit } from '../../domain/visit/visit.ts';
import type { pageQueryOnly } from '../../schemas/drawing.ts';
import type { visitsQuery } from '../../schemas/visit.ts';
import { sees } from '../project/whose.ts';
import { behold, concerns } from './acted.ts';

function outline({ id, state: status, version, projectId, stage, lead, visit, appliedAt }: JointVisit) {
  return plain({ id, status, version, projectId, stage, lead, day: visit?.day, appliedAt });
}

/** Those of a project, the last first. */
export const listVisitsOfProject =
  (deps: AgencyDeps) =>
  async ({ params, scope, query }: Call<z.infer<ReturnType<typeof pageQueryOnly>>>): Promise<HttpResponse> => {
    const project = await (await deps.projects()).get(params['id'] ?? '');
    if (!project || !sees(scope, project)) return refuse(problems.notFound);
    const visits = await deps.visits();
    return listReply(query, outline, async (at) => {
      const page = await visits.ofProject(project.id, at);
      return { ...page, items: page.items.filter((one) => concerns(scope, one)) };
    });
  };

/** Those that the caller's departments lead and that stand so, the one that waits longest first. */
export const listVisits =
  (deps: AgencyDeps) =>
  async ({ scope, query }: Call<z.infer<ReturnType<typeof visitsQuery>>>): Promise<HttpResponse> => {
    const leads = scope.departments === 'any' ? [] : scope.departments;
    const visits = await deps.visits();
    return listReply(query, outline, (page) => visits.ofLeads(leads, query.state, page));
  };

/** A visit with who came, what was found and mended, and how far it is in its limit. */
export const showVisit =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await behold(call, deps);
    if (!found) return refuse(problems.notFound);
    const { visit, who } = found;
    const [calendar, timeline] = await Promise.all([
      (await deps.calendars()).current(),
      (await deps.visits()).timelineOf(visit.id),
    ]);
    const { timelineHash, state, days, ...shown } = visit;
    const today = dayOf(call.cause.at);
    const clock = clockOf(visit, today, calendar);
    const overdue = visit.findings.filter((one) => one.state === 'open' && one.until < today).map(({ id }) => id);
    const judged = { undecided: undecided(visit), overdue, actions: actsIn(visitGraph, state, who) };
    const body = { ...shown, status: state, clock, findUntil: lastFindingDay(visit, calendar), ...judged, timeline };
    return { status: 200, headers: { ETag: `"${visit.version}"` }, body: plain(body) };
  };
