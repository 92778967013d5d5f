import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/project.ts';
import { factsOtherwise } from '../problems/stage.ts';
import * as schemas from '../schemas/project.ts';

const readers = [staff('district', 'officer', 'officer-lead', 'lead', 'window'), applicant(2)];
const desk = staff('district', 'officer', 'officer-lead', 'window');
const officers = staff('district', 'officer', 'officer-lead');
const lead = staff('district', 'officer-lead');

const acted = { status: 200, schema: schemas.projectActed };
const reading = async () => import('../functions/project/read-projects.ts');
const acting = async () => import('../functions/project/act-on-project.ts');
const stale = [problems.versionStale, refused.projectMoved];

/** 投资项目: the register, and how a project moves on. */
export const projectRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/projects',
    summary:
      'List projects, the last registered first: of staff those that the caller carries, or all in a state, or the one of a code; of others their own',
    may: readers,
    query: schemas.projectsQuery,
    reply: { status: 200, schema: schemas.projectPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listProjects),
  }),
  route({
    method: 'POST',
    path: '/agency/projects',
    summary: 'Register a project, with its code where the provincial platform has given it already',
    may: [desk],
    body: schemas.projectBody,
    reply: { status: 201, schema: schemas.projectActed },
    refusals: [refused.codeTaken],
    run: onDemand(async () => (await import('../functions/project/register-project.ts')).registerProject),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/import',
    summary: 'Take in projects from the provincial platform: the whole file or nothing, with every fault by its row',
    may: [lead],
    body: schemas.importBody,
    reply: { status: 200, schema: schemas.importReply },
    also: () => async (call) => (await import('../functions/project/import-faults.ts')).importFaults(call),
    run: onDemand(async () => (await import('../functions/project/import-projects.ts')).importProjects),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/import-file',
    summary: 'Take in projects from a CSV file: the whole file or nothing, with every fault by its line',
    may: [lead],
    body: schemas.importFileBody,
    reply: { status: 200, schema: schemas.importReply },
    run: onDemand(async () => (await import('../functions/project/import-file.ts')).importFile),
  }),
  route({
    method: 'GET',
    path: '/agency/projects/{id}',
    summary: 'Read a project: its facts, its links, what may be done next, its timeline',
    may: readers,
    reply: { status: 200, schema: schemas.projectReply },
    run: onDemand(async () => (await reading()).showProject),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/edit',
    summary:
      'Change what is said of a project; its facts are replaced as a whole, and the reply says what its plan becomes by it',
    may: [desk],
    body: schemas.editBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await import('../functions/project/edit-project.ts')).editProject),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/give-code',
    summary: 'Enter the code that the provincial platform has given',
    may: [desk],
    body: schemas.codeBody,
    needsVersion: true,
    reply: acted,
    refusals: [...stale, refused.codeTaken],
    run: onDemand(async () => (await acting()).giveCodeTo),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/correct-code',
    summary: 'Correct a code that was entered wrongly; the former one still finds the project',
    may: [lead],
    body: schemas.codeBody,
    needsVersion: true,
    reply: acted,
    refusals: [...stale, refused.codeTaken],
    run: onDemand(async () => (await acting()).correctCodeOf),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/begin-approval',
    summary: 'Say that the approvals of a project have begun',
    may: [officers],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).beginApproval),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/begin-construction',
    summary: 'Say that a project is being built',
    may: [officers],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: [...stale, factsOtherwise],
    run: onDemand(async () => (await acting()).beginConstruction),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/complete',
    summary: 'Say that a project is completed',
    may: [officers],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: [...stale, factsOtherwise],
    run: onDemand(async () => (await acting()).complete),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/suspend',
    summary: 'Suspend a project, and say why',
    may: [officers],
    body: schemas.reasonsBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).suspendProject),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/resume',
    summary: 'Let a suspended project go on where it stood',
    may: [officers],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).resumeProject),
  }),
];
