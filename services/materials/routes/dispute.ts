import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { MaterialsDeps } from '../deps.ts';
import { notYours } from '../problems/material.ts';
import { disputeOpen, disputeOver } from '../problems/sharing.ts';
import * as schemas from '../schemas/sharing.ts';

const owner = applicant(2);
const provider = staff('department', 'approver', 'head', 'lead');

/** 异议: a party finds a fault in what offices were told about it. */
export const disputeRoutes: readonly Route<MaterialsDeps>[] = [
  route({
    method: 'POST',
    path: '/materials/cases/{id}/requirements/{requirement}/dispute',
    summary: 'Dispute what a provider has said of the caller for a case: what is wrong, and in which fields',
    may: [owner],
    params: { requirement: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
    body: schemas.disputeBody,
    reply: { status: 201, schema: schemas.disputeActed },
    refusals: [disputeOpen],
    run: onDemand(async () => (await import('../functions/sharing/dispute-record.ts')).disputeRecord),
  }),
  route({
    method: 'GET',
    path: '/materials/disputes',
    summary: 'List what a party has disputed and how it was answered, newest first',
    may: [owner],
    query: schemas.sharedRecordQuery,
    reply: { status: 200, schema: schemas.disputePage },
    refusals: [problems.invalidCursor, notYours],
    run: onDemand(async () => (await import('../functions/sharing/dispute-record.ts')).listDisputes),
  }),
  route({
    method: 'POST',
    path: '/materials/disputes/{id}/withdraw',
    summary: 'Take a dispute back',
    may: [owner],
    body: noBody,
    reply: { status: 200, schema: schemas.disputeActed },
    refusals: [disputeOver],
    run: onDemand(async () => (await import('../functions/sharing/dispute-record.ts')).withdrawDispute),
  }),
  route({
    method: 'GET',
    path: '/materials/disputed',
    summary: 'List what parties dispute of what a department shares, as long as it is open, the oldest first',
    may: [provider],
    query: schemas.providerQuery,
    reply: { status: 200, schema: schemas.disputePage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/sharing/answer-dispute.ts')).listDisputed),
  }),
  route({
    method: 'POST',
    path: '/materials/disputes/{id}/correct',
    summary: 'Say that the register was corrected: open cases that used the record are told, and get it anew',
    may: [provider],
    body: schemas.answerDisputeBody,
    reply: { status: 200, schema: schemas.disputeActed },
    refusals: [disputeOver],
    run: onDemand(async () => (await import('../functions/sharing/answer-dispute.ts')).correctRecord),
  }),
  route({
    method: 'POST',
    path: '/materials/disputes/{id}/keep',
    summary: 'Keep the record as it is, with reasons',
    may: [provider],
    body: schemas.answerDisputeBody,
    reply: { status: 200, schema: schemas.disputeActed },
    refusals: [disputeOver],
    run: onDemand(async () => (await import('../functions/sharing/answer-dispute.ts')).keepRecord),
  }),
];
