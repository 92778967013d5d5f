import { applicant, staff } from '#shared/access';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/plan.ts';
import * as schemas from '../schemas/plan.ts';

const readers = [staff('district', 'officer', 'officer-lead', 'lead', 'window'), applicant(2)];
const reading = async () => import('../functions/plan/show-plan.ts');
const refusals = [refused.noPlan];

/** What a project goes through, and how far it is. */
export const planRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/projects/{id}/plan',
    summary:
      'Read the plan of a project: which items it has to do with and why not, what each waits for, what can start, the critical path, the expected end in working days',
    may: readers,
    reply: { status: 200, schema: schemas.planReply },
    refusals,
    run: onDemand(async () => (await reading()).showPlan),
  }),
  route({
    method: 'GET',
    path: '/agency/projects/{id}/gantt',
    summary:
      'Read the plan as bars: by stage its rounds and each item, as planned, as expected and as they went, with pauses and what each waits for',
    may: readers,
    reply: { status: 200, schema: schemas.ganttReply },
    refusals,
    run: onDemand(async () => (await import('../functions/plan/show-gantt.ts')).showGantt),
  }),
];
