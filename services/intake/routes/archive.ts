import { staff } from '#shared/access';
import { onDemand, route, type Route } from '#shared/route';
import { heads, supervisors } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { notClosed } from '../problems/archive.ts';
import * as schemas from '../schemas/archive.ts';

/** 归档: what is kept of a closed case. */
export const archiveRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/applications/{id}/archive',
    summary: 'Read what is kept of a closed case, with an address for a minute; the read is recorded',
    may: [supervisors, staff('district', 'audit-admin'), heads],
    query: schemas.archiveQuery,
    reply: { status: 200, schema: schemas.archiveReply },
    refusals: [notClosed],
    run: onDemand(async () => (await import('../functions/archive/read-archive.ts')).readArchive),
  }),
];
