import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import { notOfTeam } from '../problems/officer.ts';
import * as refused from '../problems/project.ts';
import * as schemas from '../schemas/project.ts';

const officer = staff('district', 'officer');
const lead = staff('district', 'officer-lead');
const acted = { status: 200, schema: schemas.projectActed };
const acting = async () => import('../functions/project/act-on-project.ts');
const going = async () => import('../functions/project/go-on-elsewhere.ts');
const stale = [problems.versionStale, refused.projectMoved];

/** Who carries a project, and what the lead of the officers decides of it. */
export const carryingRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'POST',
    path: '/agency/projects/{id}/take',
    summary: 'Carry a project that no officer carries',
    may: [officer],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).takeProject),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/hand-over',
    summary:
      'Hand a project over to another officer; under its mandate the one acts no more and the other does, from the same moment',
    may: [lead],
    body: schemas.handOverBody,
    needsVersion: true,
    reply: acted,
    refusals: [...stale, notOfTeam],
    run: onDemand(async () => (await acting()).handOverProject),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/terminate',
    summary: 'End a project that will not be built, and say why',
    may: [lead],
    body: schemas.reasonsBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).terminateProject),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/merge',
    summary: 'Let a project go on in another one; both codes stay',
    may: [lead],
    body: schemas.mergeBody,
    needsVersion: true,
    reply: acted,
    refusals: [...stale, refused.goneOnUnfit],
    run: onDemand(async () => (await going()).mergeProject),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/split',
    summary: 'Let a project go on in several others; all codes stay',
    may: [lead],
    body: schemas.splitBody,
    needsVersion: true,
    reply: acted,
    refusals: [...stale, refused.goneOnUnfit],
    run: onDemand(async () => (await going()).splitProject),
  }),
];
