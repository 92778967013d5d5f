import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/problem.ts';
import * as schemas from '../schemas/problem.ts';

const departments = staff('department', 'approver', 'head', 'lead');
const raisers = [staff('district', 'officer', 'officer-lead'), departments, applicant(2)];
const lead = staff('district', 'officer-lead');
const acting = async () => import('../functions/problem/act-on-problem.ts');
const reading = async () => import('../functions/problem/read-problems.ts');
const acted = { status: 200, schema: schemas.problemActed };
const refusals = [refused.problemMoved];
const plainly = { method: 'POST' as const, body: noBody, reply: acted, refusals };

/** 问题协调: raised, solved where it stands, handed up, closed by who raised it. */
export const problemRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/problems',
    summary: 'List problems: of a project, or for officers all that stand so, or those that the caller has raised',
    may: raisers,
    query: schemas.problemsQuery,
    reply: { status: 200, schema: schemas.problemPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listProblems),
  }),
  route({
    method: 'POST',
    path: '/agency/problems',
    summary: 'Raise what holds a project up',
    may: raisers,
    body: schemas.problemBody,
    reply: { status: 201, schema: schemas.problemActed },
    refusals: [refused.noSuchProject],
    run: onDemand(async () => (await import('../functions/problem/raise.ts')).raiseProblem),
  }),
  route({
    method: 'GET',
    path: '/agency/problems/{id}',
    summary:
      'Read a problem: what was answered here, and how it went; officers of the other set too, once it was handed up',
    may: [staff('any-district', 'officer', 'officer-lead'), departments, applicant(2)],
    reply: { status: 200, schema: schemas.problemReply },
    run: onDemand(async () => (await reading()).showProblem),
  }),
  route({
    ...plainly,
    path: '/agency/problems/{id}/coordinate',
    summary: 'Coordinate it from here',
    may: [lead],
    run: onDemand(async () => (await acting()).coordinateProblem),
  }),
  route({
    method: 'POST',
    path: '/agency/problems/{id}/solve',
    summary: 'Answer how it was solved; of what was reported, what the province has answered',
    may: [lead],
    body: schemas.solveBody,
    reply: acted,
    refusals,
    run: onDemand(async () => (await acting()).solveProblem),
  }),
  route({
    ...plainly,
    path: '/agency/problems/{id}/escalate',
    summary: 'Hand it up before its limit does: a district to the city, the city to the province',
    may: [lead],
    run: onDemand(async () => (await acting()).escalateProblem),
  }),
  route({
    ...plainly,
    path: '/agency/problems/{id}/report',
    summary: 'Say that it was reported to the province',
    may: [lead],
    run: onDemand(async () => (await acting()).reportProblem),
  }),
  route({
    ...plainly,
    path: '/agency/problems/{id}/confirm',
    summary: 'Say that it is solved, as who raised it',
    may: raisers,
    run: onDemand(async () => (await acting()).confirmProblem),
  }),
  route({
    ...plainly,
    path: '/agency/problems/{id}/reopen',
    summary: 'Say that it is not solved, once: it goes back to the level that answered',
    may: raisers,
    run: onDemand(async () => (await acting()).reopenProblem),
  }),
  route({
    ...plainly,
    path: '/agency/problems/{id}/withdraw',
    summary: 'Take it back, as who raised it',
    may: raisers,
    run: onDemand(async () => (await acting()).withdrawProblem),
  }),
];
