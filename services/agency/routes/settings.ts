import { staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as schemas from '../schemas/settings.ts';

const reply = { status: 200, schema: schemas.limitsReply };
const functions = async () => import('../functions/settings/limits.ts');

/** How many working days help may take in this set. */
export const settingsRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/help-limits',
    summary: 'Read in how many working days consultations are answered and problems handed up',
    may: [staff('district', 'officer', 'officer-lead', 'head', 'supervisor')],
    reply,
    run: onDemand(async () => (await functions()).showLimits),
  }),
  route({
    method: 'POST',
    path: '/agency/help-limits',
    summary: 'Set these limits for what begins from now on',
    may: [staff('district', 'officer-lead')],
    body: schemas.limitsBody,
    needsVersion: true,
    reply,
    refusals: [problems.versionStale],
    run: onDemand(async () => (await functions()).setLimits),
  }),
];
