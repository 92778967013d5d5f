import { staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/officer.ts';
import { projectMoved } from '../problems/project.ts';
import * as schemas from '../schemas/officer.ts';
import { projectActed } from '../schemas/project.ts';

const officers = staff('district', 'officer', 'officer-lead');
const lead = staff('district', 'officer-lead');
const keeping = async () => import('../functions/officer/keep-team.ts');
const reading = async () => import('../functions/officer/read-teams.ts');

/** 代办队伍: who is in them, and who is given a project. */
export const teamRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'POST',
    path: '/agency/teams',
    summary: 'Begin a team of officers: of the city in the city, of a county or a town in its district',
    may: [lead],
    body: schemas.teamBody,
    reply: { status: 201, schema: schemas.teamActed },
    run: onDemand(async () => (await keeping()).createTeam),
  }),
  route({
    method: 'GET',
    path: '/agency/teams',
    summary: 'List the teams of this set, the oldest first',
    may: [officers],
    query: schemas.teamsQuery,
    reply: { status: 200, schema: schemas.teamPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listTeams),
  }),
  route({
    method: 'GET',
    path: '/agency/teams/{id}',
    summary: 'Read a team: its members, who is there today, and what each of them carries',
    may: [lead],
    reply: { status: 200, schema: schemas.teamReply },
    run: onDemand(async () => (await reading()).showTeam),
  }),
  route({
    method: 'POST',
    path: '/agency/teams/{id}/edit',
    summary: 'Say anew of a team who is in it, until when, and who is absent when; its level stays',
    may: [lead],
    body: schemas.editTeamBody,
    needsVersion: true,
    reply: { status: 200, schema: schemas.teamActed },
    refusals: [problems.versionStale],
    run: onDemand(async () => (await keeping()).editTeam),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/assign',
    summary:
      'Give a project to whoever of a team is there and carries the least, weighed by how far each project is; of equals to the one who has waited the longest. Why is kept beside the project',
    may: [lead],
    body: schemas.assignBody,
    needsVersion: true,
    reply: { status: 200, schema: projectActed },
    refusals: [problems.versionStale, projectMoved, refused.noSuchTeam, refused.nobodyPresent],
    run: onDemand(async () => (await import('../functions/officer/assign-project.ts')).assignProject),
  }),
];
