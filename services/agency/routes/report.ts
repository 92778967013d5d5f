import { staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as schemas from '../schemas/report.ts';

const lead = staff('district', 'officer-lead');
const reading = async () => import('../functions/report/read-reports.ts');

/** What the city knows of the projects of all its sets; in a district these are not found. */
export const reportRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/reports/progress',
    summary:
      'Read how many projects of each district are in which state and stage, and what is overdue; also as a CSV file. In the city',
    may: [lead],
    query: schemas.progressQuery,
    reply: { status: 200, schema: schemas.progressReply, csv: true },
    run: onDemand(async () => (await reading()).readProgress),
  }),
  route({
    method: 'GET',
    path: '/agency/reports/projects',
    summary:
      'List how far projects are that districts have reported: of one district, in one state, or overdue. In the city',
    may: [lead],
    query: schemas.reportedQuery,
    reply: { status: 200, schema: schemas.reportedPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listReported),
  }),
  route({
    method: 'GET',
    path: '/agency/reports/province',
    summary:
      'Read what was reported on a day by project code, in the words of the provincial platform; what is not known of its shape is said. In the city',
    may: [lead],
    query: schemas.provinceQuery,
    reply: { status: 200, schema: schemas.provinceReply },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).reportToProvince),
  }),
];
