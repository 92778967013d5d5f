import { anyone, applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { MaterialsDeps } from '../deps.ts';
import { notYours } from '../problems/material.ts';
import { notRequested } from '../problems/sharing.ts';
import * as schemas from '../schemas/sharing.ts';

const provider = staff('department', 'approver', 'head', 'lead');
const requirement = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** 数据共享: what offices get from one another, so that nobody is asked for it. */
export const sharingRoutes: readonly Route<MaterialsDeps>[] = [
  route({
    method: 'GET',
    path: '/materials/public/shared-resources',
    summary: 'List what offices share: who holds it, on which terms, by what law, and from when',
    may: [anyone],
    reply: { status: 200, schema: schemas.resourceList },
    run: onDemand(async () => (await import('../functions/sharing/show-resources.ts')).listResources),
  }),
  route({
    method: 'GET',
    path: '/materials/public/shared-resources/{resource}',
    summary: 'Read what is known of one shared resource',
    may: [anyone],
    params: { resource: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
    reply: { status: 200, schema: schemas.resource },
    run: onDemand(async () => (await import('../functions/sharing/show-resources.ts')).readResource),
  }),
  route({
    method: 'GET',
    path: '/materials/shared-records',
    summary: 'List what offices were told about a party for its cases, newest first, as it was said',
    may: [applicant(2)],
    query: schemas.sharedRecordQuery,
    reply: { status: 200, schema: schemas.sharedRecordPage },
    refusals: [problems.invalidCursor, notYours],
    run: onDemand(async () => (await import('../functions/sharing/list-records.ts')).listRecords),
  }),
  route({
    method: 'GET',
    path: '/materials/sharing-requests',
    summary: 'List what a department is asked to share on its terms and has not answered, the longest asked first',
    may: [provider],
    query: schemas.providerQuery,
    reply: { status: 200, schema: schemas.requestPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/sharing/answer-request.ts')).listRequests),
  }),
  route({
    method: 'POST',
    path: '/materials/cases/{id}/requirements/{requirement}/grant',
    summary: 'Agree to share what a case asks for: it is fetched now',
    may: [provider],
    params: { requirement },
    body: noBody,
    reply: { status: 200, schema: schemas.requestActed },
    refusals: [notRequested],
    run: onDemand(async () => (await import('../functions/sharing/answer-request.ts')).grantRequest),
  }),
  route({
    method: 'POST',
    path: '/materials/cases/{id}/requirements/{requirement}/decline',
    summary: 'Decline to share what a case asks for, with reasons',
    may: [provider],
    params: { requirement },
    body: schemas.declineBody,
    reply: { status: 200, schema: schemas.requestActed },
    refusals: [notRequested],
    run: onDemand(async () => (await import('../functions/sharing/answer-request.ts')).declineRequest),
  }),
];
