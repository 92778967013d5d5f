import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { NotificationsDeps } from '../deps.ts';
import * as refused from '../problems/edition.ts';
import * as edition from '../schemas/edition.ts';

// Rules of every district live in the city's set: who edits them has his post in the district that he edits for.
const editor = staff('any-district', 'catalogue-editor');
const publisher = staff('any-district', 'catalogue-publisher');
const readers = staff('any-district', 'catalogue-editor', 'catalogue-publisher', 'system-admin');

/** 规则与模板: what is told, in which words and by which ways, as editions of a district or of the city. */
export const editionRoutes: readonly Route<NotificationsDeps>[] = [
  route({
    method: 'GET',
    path: '/notifications/editions/in-force',
    summary:
      'Read the rules and templates that hold in a district: its own, the city’s, and what the code brings along',
    may: [readers],
    query: edition.inForceQuery,
    reply: { status: 200, schema: edition.inForceReply },
    run: onDemand(async () => (await import('../functions/edition/read-editions.ts')).readInForce),
  }),
  route({
    method: 'GET',
    path: '/notifications/editions',
    summary: 'List the editions of a district, newest first',
    may: [readers],
    query: edition.editionQuery,
    reply: { status: 200, schema: edition.editionPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/edition/read-editions.ts')).listEditions),
  }),
  route({
    method: 'POST',
    path: '/notifications/editions',
    summary: 'Propose rules and templates for a district: of all that it does not name, what held before goes on',
    may: [editor],
    body: edition.editionBody,
    reply: { status: 201, schema: edition.editionActed },
    run: onDemand(async () => (await import('../functions/edition/propose-edition.ts')).proposeEdition),
  }),
  route({
    method: 'GET',
    path: '/notifications/editions/{id}/rules',
    summary: 'Read one edition whole, also after another has followed it',
    may: [readers],
    reply: { status: 200, schema: edition.editionReply },
    run: onDemand(async () => (await import('../functions/edition/read-editions.ts')).showEdition),
  }),
  route({
    method: 'POST',
    path: '/notifications/editions/{id}/approve',
    summary: 'Make a proposed edition the one in force; somebody else than who proposed it',
    may: [publisher],
    body: noBody,
    reply: { status: 200, schema: edition.editionActed },
    refusals: [refused.editionOver, refused.ownEdition],
    run: onDemand(async () => (await import('../functions/edition/approve-edition.ts')).approveEdition),
  }),
  route({
    method: 'POST',
    path: '/notifications/templates/{key}/preview',
    summary:
      'See what a template says with these values on each channel and in each language, how long it is and in how many parts',
    may: [readers],
    params: { key: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
    body: edition.previewBody,
    reply: { status: 200, schema: edition.previewReply },
    run: onDemand(async () => (await import('../functions/edition/preview-template.ts')).previewTemplate),
  }),
];
