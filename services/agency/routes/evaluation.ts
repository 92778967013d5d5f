import { applicant, staff } from '#shared/access';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import { noPlan } from '../problems/plan.ts';
import * as schemas from '../schemas/evaluation.ts';

/** 多评一表: evaluations that are filed with one form, received once and reviewed side by side. */
export const evaluationRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/projects/{id}/stages/{n}/evaluations',
    summary:
      'Read the evaluations of a stage in one table: which apply, who reviews each until when, all opinions, and which one of the area stands for',
    may: [staff('district', 'officer', 'officer-lead', 'lead', 'approver', 'window'), applicant(2)],
    params: { n: /^[1-4]$/ },
    reply: { status: 200, schema: schemas.evaluationsReply },
    refusals: [noPlan],
    run: onDemand(async () => (await import('../functions/evaluation/show-evaluations.ts')).showEvaluations),
  }),
];
