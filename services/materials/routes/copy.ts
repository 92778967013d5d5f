import { staff } from '#shared/access';
import { onDemand, route, type Route } from '#shared/route';
import type { MaterialsDeps } from '../deps.ts';
import { grantOver } from '../problems/grant.ts';
import * as schemas from '../schemas/copy.ts';

/** 水印副本: what a member of staff reads of somebody's PDF. */
export const copyRoutes: readonly Route<MaterialsDeps>[] = [
  route({
    method: 'GET',
    path: '/materials/copies/{id}/file',
    summary:
      'Get an address of a copy that the caller has asked for, for a minute, once it is made; for a quarter of an hour',
    may: [staff('any-district', 'window', 'approver', 'head', 'lead')],
    reply: { status: 200, schema: schemas.copyReply },
    refusals: [grantOver],
    run: onDemand(async () => (await import('../functions/copy/read-copy.ts')).readCopy),
  }),
];
