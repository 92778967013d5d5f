import { anyone } from '#shared/access';
import { onDemand, route, type Route } from '#shared/route';
import { reading } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { onBehalf } from '../on-behalf.ts';
import { caseProblems } from '../problems/case.ts';
import { decidedProblems } from '../problems/decided.ts';
import { documentProblems } from '../problems/document.ts';
import { readQuery } from '../schemas/case.ts';
import * as schemas from '../schemas/document.ts';

/** 文书: what was put in writing in a case, and whether a file that somebody shows is one of them. */
export const documentRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/applications/{id}/documents',
    summary: 'List what was put in writing in a case; a document is there some seconds after its act',
    may: reading,
    reply: { status: 200, schema: schemas.documentList },
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/document/list-documents.ts')).listDocuments),
    ),
  }),
  route({
    method: 'GET',
    path: '/intake/applications/{id}/documents/{document}',
    summary: 'Get an address of a document’s PDF, for a minute',
    may: reading,
    params: { document: /^[1-9]\d{0,5}(-[a-z]{1,20}){1,4}$/ },
    query: readQuery,
    reply: { status: 200, schema: schemas.documentReply },
    refusals: [
      documentProblems['reason-needed'],
      documentProblems['result-not-taken'],
      decidedProblems['fee-due'],
      decidedProblems['fee-not-assessed'],
      caseProblems['unmasked-not-needed'],
    ],
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/document/read-document.ts')).readDocument),
    ),
  }),
  route({
    method: 'GET',
    path: '/intake/applications/{id}/served',
    summary:
      'List the notices of a case that the law wants told: how far each has come, and since when it counts as served',
    may: reading,
    reply: { status: 200, schema: schemas.servedList },
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/document/list-served.ts')).listServed),
    ),
  }),
  route({
    method: 'GET',
    path: '/intake/public/verify',
    summary: 'The page on which anybody checks a document',
    may: [anyone],
    reply: { status: 200, schema: schemas.page, type: 'text/html' },
    run: onDemand(async () => (await import('../functions/document/show-verify-page.ts')).showVerifyPage),
  }),
  route({
    method: 'POST',
    path: '/intake/public/documents/verify',
    summary: 'Check whether a file is a document that was made here, and unaltered',
    may: [anyone],
    body: schemas.verifyBody,
    reply: { status: 200, schema: schemas.verifyReply },
    run: onDemand(async () => (await import('../functions/document/verify-document.ts')).verifyDocument),
  }),
];
