import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { applyForVisit, participantsOf } from '../../domain/visit/hold.ts';
import { notMandated } from '../../problems/drawing.ts';
import * as refused from '../../problems/visit.ts';
import { plannedOf } from '../plan/planned.ts';
import { actsFor } from '../project/acts-for.ts';
import { sees } from '../project/whose.ts';
import { saveVisit } from './acted.ts';

/** One application for all that is to be inspected: who takes part follows from the plan of the project. */
export const applyForVisitOf =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const { params, scope, cause } = call;
    const project = await (await deps.projects()).get(params['id'] ?? '');
    if (!project || !sees(scope, project)) return refuse(problems.notFound);
    const planned = await plannedOf(project, cause.at, deps);
    if ('problem' in planned) return planned;
    const { visit } = planned.stagePlan;
    if (!visit) return refuse(refused.noVisitPlan);
    if (!(await actsFor(scope, { ...visit, project, at: cause.at }, deps))) return refuse(notMandated);
    if (project.state !== 'under-construction') return refuse(refused.notUnderConstruction);
    const { stage } = visit;
    if (await (await deps.visits()).liveOf({ projectId: project.id, stage })) return refuse(refused.visitUnderWay);
    const participants = participantsOf(visit, planned.plan.items);
    const change = applyForVisit(visit, { id: deps.newId(), projectId: project.id, participants, at: cause.at });
    return saveVisit(change, { who: ['applicant'], project }, { call, deps });
  };
