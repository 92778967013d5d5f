import { applicant } from '#shared/access';
import { noBody } from '#shared/no-body';
import { onDemand, route, type Route } from '#shared/route';
import type { MaterialsDeps } from '../deps.ts';
import { onBehalf, ownerOfPath } from '../on-behalf.ts';
import { wrongVersionState } from '../problems/material.ts';
import { noSuchPart, partsMissing } from '../problems/parts.ts';
import { versionActReply } from '../schemas/material.ts';
import * as schemas from '../schemas/parts.ts';

const owner = applicant(2);
const params = { n: /^[1-9]\d{0,2}$/ };

/** Files of more than 50 MB, such as drawings: sent in parts, from where they were cut off. */
export const partRoutes: readonly Route<MaterialsDeps>[] = [
  route({
    method: 'POST',
    path: '/materials/{id}/versions/{n}/parts',
    summary: 'Get addresses for parts of a large file',
    may: [owner],
    params,
    body: schemas.partsBody,
    reply: { status: 200, schema: schemas.partsReply },
    refusals: [noSuchPart, wrongVersionState],
    run: onBehalf(
      'send',
      onDemand(async () => (await import('../functions/material/upload-parts.ts')).addressParts),
      ownerOfPath,
    ),
  }),
  route({
    method: 'GET',
    path: '/materials/{id}/versions/{n}/parts',
    summary: 'See which parts of a large file have come',
    may: [owner],
    params,
    reply: { status: 200, schema: schemas.partsComeReply },
    refusals: [wrongVersionState],
    run: onBehalf(
      'send',
      onDemand(async () => (await import('../functions/material/upload-parts.ts')).listParts),
      ownerOfPath,
    ),
  }),
  route({
    method: 'POST',
    path: '/materials/{id}/versions/{n}/complete',
    summary: 'Say that all parts of a large file have come; it is then checked',
    may: [owner],
    params,
    body: noBody,
    reply: { status: 200, schema: versionActReply },
    refusals: [partsMissing, wrongVersionState],
    run: onBehalf(
      'send',
      onDemand(async () => (await import('../functions/material/upload-parts.ts')).completeUpload),
      ownerOfPath,
    ),
  }),
];
