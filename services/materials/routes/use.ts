import { applicant, staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { MaterialsDeps } from '../deps.ts';
import { notYours } from '../problems/material.ts';
import * as schemas from '../schemas/use.ts';

// A case of any set: which one, and which of its departments, is asked of the post when the case is known.
const handling = staff('any-district', 'window', 'approver', 'head', 'lead');
const params = { requirement: /^[a-z0-9]+(-[a-z0-9]+)*$/ };

/** 用证: what cases use, who reads it, and how its owner sees that. */
export const useRoutes: readonly Route<MaterialsDeps>[] = [
  route({
    method: 'GET',
    path: '/materials/cases/{id}/documents',
    summary: 'List the documents that a case uses, for whoever handles it',
    may: [handling],
    reply: { status: 200, schema: schemas.usedReply },
    run: onDemand(async () => (await import('../functions/use/read-used.ts')).listUsed),
  }),
  route({
    method: 'POST',
    path: '/materials/cases/{id}/requirements/{requirement}/read',
    summary:
      'Read a document of a case: a copy with a watermark of a PDF, the address of another file for a minute, or what its licence says; its owner is shown who read it and why',
    may: [handling],
    params,
    body: schemas.readUsedBody,
    reply: { status: 200, schema: schemas.readUsedReply },
    run: onDemand(async () => (await import('../functions/use/read-used.ts')).readUsed),
  }),
  route({
    method: 'GET',
    path: '/materials/accesses',
    summary: 'List who read an owner’s documents: office, when, for which case and why',
    may: [applicant(2)],
    query: schemas.accessQuery,
    reply: { status: 200, schema: schemas.accessPage },
    refusals: [problems.invalidCursor, notYours],
    run: onDemand(async () => (await import('../functions/use/read-used.ts')).listAccesses),
  }),
];
