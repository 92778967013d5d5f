import { applicant, staff, type Who } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import { notMandated } from '../problems/drawing.ts';
import { noPlan } from '../problems/plan.ts';
import * as refused from '../problems/visit.ts';
import { opinionBody, pageQueryOnly } from '../schemas/drawing.ts';
import { reasonsBody } from '../schemas/project.ts';
import * as schemas from '../schemas/visit.ts';

const applicants: readonly Who[] = [staff('district', 'officer'), applicant(2)];
const departments = [staff('department', 'lead', 'approver')];
const lead = [staff('department', 'lead')];
const acting = async () => import('../functions/visit/visit-acts.ts');
const reading = async () => import('../functions/visit/read-visits.ts');
const act = { method: 'POST', reply: { status: 200, schema: schemas.visitActed } } as const;
const { visitMoved } = refused;
const page = { status: 200, schema: schemas.visitPage };
const finding = /^[0-9a-f-]{36}$/;

/** 联合验收: one application, one lead, one visit, one opinion. */
export const visitRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/projects/{id}/visits',
    summary: 'List the joint inspections of a project, the last first',
    may: [staff('district', 'officer', 'officer-lead'), ...departments, applicant(2)],
    query: pageQueryOnly,
    reply: page,
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listVisitsOfProject),
  }),
  route({
    ...act,
    path: '/agency/projects/{id}/visits',
    summary: 'Apply for the joint inspection of a project: once, for all departments that take part',
    may: applicants,
    body: noBody,
    reply: { status: 201, schema: schemas.visitActed },
    refusals: [noPlan, refused.noVisitPlan, notMandated, refused.notUnderConstruction, refused.visitUnderWay],
    run: onDemand(async () => (await import('../functions/visit/apply-for-visit.ts')).applyForVisitOf),
  }),
  route({
    method: 'GET',
    path: '/agency/visits',
    summary: 'List the joint inspections that the departments of the caller lead, the one that waits longest first',
    may: departments,
    query: schemas.visitsQuery,
    reply: page,
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listVisits),
  }),
  route({
    method: 'GET',
    path: '/agency/visits/{id}',
    summary: 'Read a joint inspection: its day, who came, what was found and mended, how far it is in its limit',
    may: [staff('district', 'officer', 'officer-lead'), ...departments, applicant(2)],
    reply: { status: 200, schema: schemas.visitReply },
    run: onDemand(async () => (await reading()).showVisit),
  }),
  route({
    ...act,
    path: '/agency/visits/{id}/announce',
    summary: 'Announce the one visit, or another day for it',
    may: lead,
    body: schemas.announceBody,
    refusals: [visitMoved, refused.dayUnfit],
    run: onDemand(async () => (await acting()).announceVisit),
  }),
  route({
    ...act,
    path: '/agency/visits/{id}/agree',
    summary: 'Agree to the day that was announced',
    may: applicants,
    body: noBody,
    refusals: [visitMoved, notMandated],
    run: onDemand(async () => (await acting()).agreeToDay),
  }),
  route({
    ...act,
    path: '/agency/visits/{id}/hold',
    summary: 'Say that the visit was held, who came and who did not',
    may: lead,
    body: schemas.holdBody,
    refusals: [visitMoved, refused.tooEarly, refused.notParticipant],
    run: onDemand(async () => (await acting()).holdVisit),
  }),
  route({
    ...act,
    path: '/agency/visits/{id}/findings',
    summary: 'Say what the department has found, and until when it is to be rectified',
    may: departments,
    body: schemas.findingBody,
    refusals: [visitMoved, refused.notParticipant, refused.didNotCome, refused.dayUnfit, refused.findingsFull],
    run: onDemand(async () => (await acting()).addFinding),
  }),
  route({
    ...act,
    path: '/agency/visits/{id}/finish',
    summary: 'Say that the department has nothing more to say',
    may: departments,
    body: noBody,
    refusals: [visitMoved],
    run: onDemand(async () => (await acting()).finishFindings),
  }),
  route({
    ...act,
    path: '/agency/visits/{id}/close',
    summary: 'Close the findings: all of them to the investor at once, or to be concluded where there are none',
    may: lead,
    body: noBody,
    refusals: [visitMoved, refused.findingsAwaited],
    run: onDemand(async () => (await acting()).closeVisit),
  }),
  route({
    ...act,
    path: '/agency/visits/{id}/rectify',
    summary: 'Say what was rectified, with its proof',
    may: applicants,
    body: schemas.rectifyBody,
    refusals: [visitMoved, notMandated, refused.noSuchFinding],
    run: onDemand(async () => (await acting()).rectifyFindings),
  }),
  route({
    ...act,
    path: '/agency/visits/{id}/findings/{finding}/accept',
    summary: 'Say that a finding of the department is mended',
    may: departments,
    params: { finding },
    body: noBody,
    refusals: [visitMoved, refused.noSuchFinding],
    run: onDemand(async () => (await acting()).acceptRectification),
  }),
  route({
    ...act,
    path: '/agency/visits/{id}/findings/{finding}/reject',
    summary: 'Say why a finding of the department is not mended, and until when it is to be',
    may: departments,
    params: { finding },
    body: schemas.rejectBody,
    refusals: [visitMoved, refused.noSuchFinding, refused.dayUnfit],
    run: onDemand(async () => (await acting()).rejectRectification),
  }),
  route({
    ...act,
    path: '/agency/visits/{id}/opinion',
    summary: 'Give the one opinion of all departments',
    may: lead,
    body: opinionBody,
    needsVersion: true,
    refusals: [problems.versionStale, visitMoved, refused.decisionAwaited],
    run: onDemand(async () => (await acting()).concludeVisit),
  }),
  route({
    ...act,
    path: '/agency/visits/{id}/withdraw',
    summary: 'Withdraw the application for the inspection',
    may: applicants,
    body: reasonsBody,
    refusals: [visitMoved, notMandated],
    run: onDemand(async () => (await acting()).withdrawVisit),
  }),
];
