import { staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { IntakeDeps } from '../deps.ts';
import {
  adjustmentInvalid,
  adjustmentOtherDepartment,
  adjustmentSamePerson,
  adjustmentWrongState,
} from '../problems/adjustment.ts';
import { itemUnknown } from '../problems/catalogue.ts';
import * as schemas from '../schemas/adjustment.ts';
import * as replies from '../schemas/adjustment-replies.ts';

const proposing = [staff('district', 'catalogue-editor'), staff('department', 'head')];
const reviewing = staff('district', 'catalogue-publisher');
const looking = staff('district', 'catalogue-editor', 'head', 'catalogue-publisher', 'supervisor');

/** 调整: where a district does better than the catalogue of its items, after a review of basis and burden. */
export const adjustmentRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'POST',
    path: '/intake/items/{key}/adjustments',
    summary: 'Propose to shorten the promise of an item, or to move it to a lower level; never to lengthen',
    may: proposing,
    params: { key: /^[a-z0-9-]{1,64}$/ },
    body: schemas.adjustmentBody,
    reply: { status: 201, schema: replies.adjustmentActReply },
    refusals: [itemUnknown, adjustmentInvalid, adjustmentOtherDepartment],
    run: onDemand(async () => (await import('../functions/catalogue/propose-adjustment.ts')).proposeAdjustment),
  }),
  route({
    method: 'GET',
    path: '/intake/adjustments',
    summary: 'List adjustments by state, newest first',
    may: [looking],
    query: schemas.adjustmentsQuery,
    reply: { status: 200, schema: replies.adjustmentPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/catalogue/read-adjustments.ts')).listAdjustments),
  }),
  route({
    method: 'GET',
    path: '/intake/adjustments/{id}',
    summary: 'Read an adjustment with its basis and burden',
    may: [looking],
    reply: { status: 200, schema: replies.adjustmentReply },
    run: onDemand(async () => (await import('../functions/catalogue/read-adjustments.ts')).readAdjustment),
  }),
  route({
    method: 'POST',
    path: '/intake/adjustments/{id}/approve',
    summary: 'Approve what another person proposed: the item is offered so from now on',
    may: [reviewing],
    body: schemas.opinionBody,
    reply: { status: 200, schema: replies.adjustmentActReply },
    refusals: [itemUnknown, adjustmentInvalid, adjustmentWrongState, adjustmentSamePerson],
    run: onDemand(async () => (await import('../functions/catalogue/review-adjustment.ts')).approveAdjustment),
  }),
  route({
    method: 'POST',
    path: '/intake/adjustments/{id}/reject',
    summary: 'Reject what another person proposed',
    may: [reviewing],
    body: schemas.opinionBody,
    reply: { status: 200, schema: replies.adjustmentActReply },
    refusals: [adjustmentWrongState, adjustmentSamePerson],
    run: onDemand(async () => (await import('../functions/catalogue/review-adjustment.ts')).rejectAdjustment),
  }),
  route({
    method: 'POST',
    path: '/intake/adjustments/{id}/end',
    summary: 'End an adjustment: the item is offered as the catalogue has it',
    may: [reviewing],
    body: schemas.opinionBody,
    reply: { status: 200, schema: replies.adjustmentActReply },
    refusals: [adjustmentWrongState],
    run: onDemand(async () => (await import('../functions/catalogue/review-adjustment.ts')).endAdjustment),
  }),
];
