import type * as z from 'zod';
import { problems, type Fault } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { openReview, partsDue } from '../../domain/drawing/open.ts';
import type { Plan } from '../../domain/plan/plan-of.ts';
import type { DrawingPlan } from '../../domain/plan/stage-plan.ts';
import * as refused from '../../problems/drawing.ts';
import type { drawingsBody } from '../../schemas/drawing.ts';
import { plannedOf } from '../plan/planned.ts';
import { actsFor } from '../project/acts-for.ts';
import { sees } from '../project/whose.ts';
import { saveReview } from './acted.ts';

type Opening = Call<unknown, z.infer<ReturnType<typeof drawingsBody>>>;

/** The drawings of a project are handed in once, for all departments that have to do with a part of them. */
export const openReviewOf =
  (deps: AgencyDeps) =>
  async (call: Opening): Promise<HttpResponse> => {
    const { params, scope, cause, body } = call;
    const project = await (await deps.projects()).get(params['id'] ?? '');
    if (!project || !sees(scope, project)) return refuse(problems.notFound);
    const planned = await plannedOf(project, cause.at, deps);
    if ('problem' in planned) return planned;
    const { drawing } = planned.stagePlan;
    if (!drawing) return refuse(refused.noDrawingPlan);
    const faults = partFaults(call, drawing, planned.plan);
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    if (!(await actsFor(scope, { ...drawing, project, at: cause.at }, deps))) return refuse(refused.notMandated);
    const { stage } = drawing;
    if (await (await deps.drawings()).liveOf({ projectId: project.id, stage })) return refuse(refused.reviewUnderWay);
    const change = openReview(drawing, { id: deps.newId(), projectId: project.id, drawn: body.parts, at: cause.at });
    return saveReview(change, { who: ['designer'], project }, { call, deps });
  };

/** Parts that are due and not there, that the plan does not know, or that stand here twice. */
function partFaults({ body, language }: Opening, drawing: DrawingPlan, { items }: Plan): Fault[] {
  const given = body.parts.map(({ key }) => key);
  const applies = new Map(items.map((one) => [one.key, one.applies]));
  const strange = given.flatMap((key, n) => {
    const isKnown = drawing.parts.some((one) => one.key === key) && given.indexOf(key) === n;
    return isKnown ? [] : [faultAt(`/parts/${n}/key`, refused.partUnknown)];
  });
  const missing = partsDue(drawing, applies).filter((key) => !given.includes(key));
  return [...strange, ...missing.map((key) => faultAt(`/parts/${key}`, refused.partMissing))];

  function faultAt(pointer: string, { code, ...words }: typeof refused.partUnknown): Fault {
    return { pointer, code, message: words[language] };
  }
}
