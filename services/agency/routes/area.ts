import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/area.ts';
import { projectMoved } from '../problems/project.ts';
import * as schemas from '../schemas/area.ts';
import { projectActed, reasonsBody } from '../schemas/project.ts';

const readers = [staff('district', 'officer', 'officer-lead', 'lead', 'approver', 'window'), applicant(1)];
const officers = [staff('district', 'officer', 'officer-lead')];
const lead = [staff('district', 'officer-lead')];
const acting = async () => import('../functions/area/area-acts.ts');
const reading = async () => import('../functions/area/read-areas.ts');
const standing = async () => import('../functions/area/stand-in-area.ts');
const acted = { status: 200, schema: schemas.areaActed };
const stale = [problems.versionStale, refused.areaMoved];
const ofProject = {
  method: 'POST',
  may: officers,
  needsVersion: true,
  reply: { status: 200, schema: projectActed },
} as const;

/** 区域评估: what is evaluated for a whole area, once and by the government, and the projects that reuse it. */
export const areaRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/areas',
    summary: 'List the areas with evaluations of their own, the last registered first',
    may: readers,
    query: schemas.areasQuery,
    reply: { status: 200, schema: schemas.areaPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listAreas),
  }),
  route({
    method: 'POST',
    path: '/agency/areas',
    summary: 'Register an area with the reports of its evaluations; it counts once it is published',
    may: officers,
    body: schemas.areaBody,
    reply: { status: 201, schema: schemas.areaActed },
    run: onDemand(async () => (await acting()).registerAreaOf),
  }),
  route({
    method: 'GET',
    path: '/agency/areas/{id}',
    summary: 'Read an area: its reports, how long each counts and on which conditions, what projects reuse of it',
    may: readers,
    reply: { status: 200, schema: schemas.areaReply },
    run: onDemand(async () => (await reading()).showArea),
  }),
  route({
    method: 'POST',
    path: '/agency/areas/{id}/publish',
    summary: 'Publish an area: from today on its reports count',
    may: lead,
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).publishAreaOf),
  }),
  route({
    method: 'POST',
    path: '/agency/areas/{id}/add-report',
    summary: 'Add a report: of another evaluation, or one with which an evaluation goes on when the former lapses',
    may: officers,
    body: schemas.reportBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).addReportTo),
  }),
  route({
    method: 'POST',
    path: '/agency/areas/{id}/withdraw-report',
    summary: 'Say that a report does not hold any more, from today on, and why',
    may: lead,
    body: schemas.withdrawReportBody,
    needsVersion: true,
    reply: acted,
    refusals: [...stale, refused.noSuchReport],
    run: onDemand(async () => (await acting()).withdrawReportOf),
  }),
  route({
    method: 'POST',
    path: '/agency/areas/{id}/end',
    summary: 'End an area: none of its reports counts any more',
    may: lead,
    body: reasonsBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).endAreaOf),
  }),
  route({
    ...ofProject,
    path: '/agency/projects/{id}/area',
    summary: 'Say in which area a project stands; the reply says what its plan becomes by it',
    body: schemas.standInAreaBody,
    refusals: [problems.versionStale, projectMoved, refused.areaNotInForce, refused.outsideArea],
    run: onDemand(async () => (await standing()).enterArea),
  }),
  route({
    ...ofProject,
    path: '/agency/projects/{id}/leave-area',
    summary: 'Say that a project stands in no area',
    body: noBody,
    refusals: [problems.versionStale, projectMoved],
    run: onDemand(async () => (await standing()).leaveArea),
  }),
];
