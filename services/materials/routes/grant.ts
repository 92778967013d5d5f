import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { MaterialsDeps } from '../deps.ts';
import { grantOver } from '../problems/grant.ts';
import { fileNotAtHand } from '../problems/material.ts';
import * as schemas from '../schemas/grant.ts';

const owner = applicant(2);
// Which department of which set is asked of the posts when the grant is known.
const granted = [owner, staff('any-district', 'approver', 'head', 'lead')];

/** 授权: what an owner lets others read. */
export const grantRoutes: readonly Route<MaterialsDeps>[] = [
  route({
    method: 'POST',
    path: '/materials/{id}/grants',
    summary: 'Let another party or a department read one version of a document: what for, and until when',
    may: [owner],
    body: schemas.grantBody,
    reply: { status: 201, schema: schemas.grantActReply },
    refusals: [fileNotAtHand],
    run: onDemand(async () => (await import('../functions/grant/give-grant.ts')).giveGrant),
  }),
  route({
    method: 'GET',
    path: '/materials/{id}/grants',
    summary: 'List whom the owner lets read a document, and whom he did, newest first',
    may: [owner],
    query: schemas.pageOnly,
    reply: { status: 200, schema: schemas.grantPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/grant/give-grant.ts')).listGrants),
  }),
  route({
    method: 'POST',
    path: '/materials/{id}/grants/{grant}/revoke',
    summary: 'Take a grant back',
    may: [owner],
    body: noBody,
    reply: { status: 200, schema: schemas.grantActReply },
    refusals: [grantOver],
    run: onDemand(async () => (await import('../functions/grant/give-grant.ts')).revokeGrant),
  }),
  route({
    method: 'POST',
    path: '/materials/{id}/grants/{grant}/read',
    summary:
      'Get an address at which what was granted can be read for a minute, an office a copy with a watermark of a PDF; its owner is shown who read it and why',
    may: granted,
    body: schemas.readGrantedBody,
    reply: { status: 200, schema: schemas.readGrantedReply },
    refusals: [grantOver, fileNotAtHand],
    run: onDemand(async () => (await import('../functions/grant/read-granted.ts')).readGranted),
  }),
  route({
    method: 'GET',
    path: '/materials/granted',
    summary: 'List what others let the caller, or his department, read, by when that ends',
    may: granted,
    query: schemas.grantedQuery,
    reply: { status: 200, schema: schemas.grantPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/grant/read-granted.ts')).listGranted),
  }),
];
