import { applicant, staff } from '#shared/access';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/guidance.ts';
import { noPlan } from '../problems/plan.ts';
import * as schemas from '../schemas/guidance.ts';

const readers = [staff('district', 'officer', 'officer-lead', 'lead', 'window'), applicant(2)];
const showing = async () => import('../functions/guidance/show-guidance.ts');

/** 指导单: what a project goes through, what to bring, where, in how many days. */
export const guidanceRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/projects/{id}/guidance',
    summary: 'Read a guidance sheet as it was given out, what had changed since the one before and what has since',
    may: readers,
    query: schemas.guidanceQuery,
    reply: { status: 200, schema: schemas.guidanceReply },
    run: onDemand(async () => (await showing()).showGuidance),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/guidance',
    summary: 'Give out a guidance sheet, computed from the plan and the catalogue of today; it is kept as it is',
    may: [staff('district', 'officer', 'officer-lead')],
    body: schemas.guidanceBody,
    reply: { status: 201, schema: schemas.guidanceGiven },
    refusals: [refused.notCarried, noPlan],
    run: onDemand(async () => (await import('../functions/guidance/give-guidance.ts')).giveGuidance),
  }),
  route({
    method: 'GET',
    path: '/agency/projects/{id}/guidance/page',
    summary: 'The same as a page to be printed',
    may: readers,
    query: schemas.guidanceQuery,
    reply: { status: 200, schema: schemas.guidancePageReply, type: 'text/html' },
    run: onDemand(async () => (await showing()).showGuidancePage),
  }),
];
