import { anyone, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import { deciding, heads, owner, supervisors } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { caseProblems } from '../problems/case.ts';
import { noHolder, otherHolder, noSuchObjection, objectedAlready, tooManyObjections } from '../problems/publicity.ts';
import * as schemas from '../schemas/publicity.ts';
import * as pushes from '../schemas/push.ts';
import { officeRefusals } from './act-route.ts';

const departments = staff('department', 'approver', 'head', 'lead');
const supervising = staff('department', 'approver', 'head', 'lead', 'service');

/** 双公示 and 审管联动: what the public and the supervising body learn of a decision. */
export const publicityRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/public/publicity',
    summary: 'List granted licences as they are published (双公示), newest first; persons are masked',
    may: [anyone],
    query: schemas.publicQuery,
    reply: { status: 200, schema: schemas.publicPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/publicity/read-entries.ts')).listPublished),
  }),
  route({
    method: 'GET',
    path: '/intake/publicity',
    summary: "List a department's entries by state, the oldest decision first",
    may: [departments, supervisors],
    query: schemas.entriesQuery,
    reply: { status: 200, schema: schemas.entryPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/publicity/read-entries.ts')).listEntries),
  }),
  route({
    method: 'GET',
    path: '/intake/publicity/{id}',
    summary: 'Read an entry, with the objections of the caller; staff see all',
    may: [owner, departments, supervisors],
    reply: { status: 200, schema: schemas.entryReply },
    run: onDemand(async () => (await import('../functions/publicity/read-entries.ts')).readEntry),
  }),
  route({
    method: 'POST',
    path: '/intake/publicity/{id}/publish',
    summary: 'Publish an entry at once, or name the holder where the form does not',
    may: [deciding],
    body: schemas.publishBody,
    reply: { status: 200, schema: schemas.entryActReply },
    refusals: [...officeRefusals, noHolder, otherHolder],
    run: onDemand(async () => (await import('../functions/publicity/act-on-entry.ts')).publishEntry),
  }),
  route({
    method: 'POST',
    path: '/intake/publicity/{id}/withdraw',
    summary: 'Take an entry out of the public list, with the reason',
    may: [heads],
    body: schemas.withdrawEntryBody,
    reply: { status: 200, schema: schemas.entryActReply },
    refusals: officeRefusals,
    run: onDemand(async () => (await import('../functions/publicity/act-on-entry.ts')).withdrawEntry),
  }),
  route({
    method: 'POST',
    path: '/intake/publicity/{id}/objections',
    summary: 'Object to a published entry',
    may: [owner],
    body: schemas.objectionBody,
    reply: { status: 201, schema: schemas.objectionReply },
    refusals: [caseProblems['wrong-state'], objectedAlready, tooManyObjections],
    run: onDemand(async () => (await import('../functions/publicity/act-on-entry.ts')).objectToEntry),
  }),
  route({
    method: 'POST',
    path: '/intake/publicity/{id}/objections/{objection}/answer',
    summary: 'Answer an objection: the entry is corrected, withdrawn, or stands',
    may: [deciding],
    body: schemas.answerBody,
    reply: { status: 200, schema: schemas.entryActReply },
    refusals: [...officeRefusals, noSuchObjection],
    run: onDemand(async () => (await import('../functions/publicity/act-on-entry.ts')).answerObjection),
  }),
  route({
    method: 'GET',
    path: '/intake/pushes',
    summary: 'List the decisions that a supervising body was sent (审管联动), the oldest first',
    may: [supervising, supervisors],
    query: pushes.pushesQuery,
    reply: { status: 200, schema: pushes.pushPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/push/pushes.ts')).listPushes),
  }),
  route({
    method: 'POST',
    path: '/intake/pushes/{id}/receipt',
    summary: 'Confirm that a decision has come to the supervising body',
    may: [supervising],
    body: noBody,
    reply: { status: 200, schema: pushes.pushActReply },
    refusals: [caseProblems['wrong-state'], caseProblems['own-case']],
    run: onDemand(async () => (await import('../functions/push/pushes.ts')).confirmPush),
  }),
  route({
    method: 'POST',
    path: '/intake/pushes/{id}/report',
    summary: 'Tell the deciding office what supervision has found',
    may: [supervising],
    body: pushes.reportBody,
    reply: { status: 200, schema: pushes.pushActReply },
    refusals: [caseProblems['wrong-state'], caseProblems['own-case']],
    run: onDemand(async () => (await import('../functions/push/pushes.ts')).reportOnPush),
  }),
];
