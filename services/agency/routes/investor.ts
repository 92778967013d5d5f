import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/project.ts';
import * as schemas from '../schemas/project.ts';

const acted = { status: 200, schema: schemas.projectActed };
const changing = async () => import('../functions/investor/change-investor.ts');
const stale = [problems.versionStale, refused.projectMoved];

/** 变更建设单位: staff propose, the new one says so itself. */
export const investorRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'POST',
    path: '/agency/projects/{id}/propose-investor',
    summary: 'Propose another investor for a project; nothing changes until that one confirms it',
    may: [staff('district', 'officer', 'officer-lead', 'window')],
    body: schemas.investorBody,
    needsVersion: true,
    reply: acted,
    refusals: [...stale, refused.sameInvestor],
    run: onDemand(async () => (await changing()).proposeInvestorOf),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/confirm-investor',
    summary: 'Become the investor of a project, as was proposed; what the former one had agreed for it ends',
    may: [applicant(2)],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await changing()).confirmInvestorOf),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/decline-investor',
    summary: 'Decline to become the investor of a project',
    may: [applicant(2)],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await changing()).declineInvestorOf),
  }),
];
