import { staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/officer.ts';
import { handOverAllBody, handOverBegun, handOverReply } from '../schemas/hand-over.ts';
import * as schemas from '../schemas/officer.ts';
import { projectPage } from '../schemas/project.ts';

/** An officer sees himself, his lead the district; the lead of the city is let in by any set, and others are refused by the function. */
const readers = [staff('district', 'officer', 'officer-lead'), staff('any-district', 'officer-lead')];
const lead = staff('district', 'officer-lead');
const handing = async () => import('../functions/officer/hand-over-all.ts');
const showing = async () => import('../functions/officer/show-officer.ts');
const params = { id: schemas.officerParam };

/** 代办员: whom each acts for. */
export const officerRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/officers/{id}/projects',
    summary:
      'List the projects that an officer carries, the last registered first, or those that he carried to their end',
    may: readers,
    params,
    query: schemas.officerProjectsQuery,
    reply: { status: 200, schema: projectPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/officer/list-officer-projects.ts')).listOfficerProjects),
  }),
  route({
    method: 'GET',
    path: '/agency/officers/{id}/calendar',
    summary: 'List by day what is due of the projects that an officer carries',
    may: readers,
    params,
    query: schemas.calendarQuery,
    reply: { status: 200, schema: schemas.calendarPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await showing()).showCalendar),
  }),
  route({
    method: 'GET',
    path: '/agency/officers/{id}/results',
    summary: 'Read what an officer carries, and by month what he was given and what was decided early or late',
    may: readers,
    params,
    query: schemas.resultsQuery,
    reply: { status: 200, schema: schemas.resultsReply },
    run: onDemand(async () => (await showing()).showResults),
  }),
  route({
    method: 'POST',
    path: '/agency/officers/{id}/hand-over',
    summary:
      'Hand over all that an officer carries, to another one or by load to those of a team: each project by itself, after the reply',
    may: [lead],
    params,
    body: handOverAllBody,
    reply: { status: 202, schema: handOverBegun },
    refusals: [refused.sameOfficer, refused.noSuchTeam, refused.notOfTeam],
    run: onDemand(async () => (await handing()).handOverAll),
  }),
  route({
    method: 'GET',
    path: '/agency/hand-overs/{id}',
    summary: 'Read how far a hand-over is: moved so many of so many',
    may: [lead],
    reply: { status: 200, schema: handOverReply },
    run: onDemand(async () => (await handing()).showHandOver),
  }),
];
