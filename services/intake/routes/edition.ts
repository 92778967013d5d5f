import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route, type Unread } from '#shared/route';
import type { IntakeDeps } from '../deps.ts';
import { catalogueInvalid } from '../problems/catalogue.ts';
import { editionSamePerson, editionWrongState } from '../problems/edition.ts';
import { catalogue } from '../schemas/catalogue.ts';
import * as schemas from '../schemas/edition.ts';
import * as replies from '../schemas/edition-replies.ts';

const preparing = staff('district', 'catalogue-editor', 'catalogue-publisher');
const publishing = staff('district', 'catalogue-publisher');
const looking = staff('district', 'catalogue-editor', 'catalogue-publisher', 'supervisor');

/** What the sound items of a catalogue say wrong, where others have not the shape of one. */
const faultsBeside = (deps: IntakeDeps) => async (call: Unread) =>
  (await import('../functions/catalogue/sound-faults.ts')).soundFaults(call, deps);

/** 版次: how the catalogue changes. One person prepares, another publishes. */
export const editionRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'POST',
    path: '/intake/catalogue',
    summary: 'Take in versions of items, or a whole catalogue, as a draft; refused whole with every fault',
    may: [preparing],
    body: catalogue,
    reply: { status: 201, schema: replies.editionActReply },
    refusals: [catalogueInvalid],
    run: onDemand(async () => (await import('../functions/catalogue/prepare-edition.ts')).createEdition),
    also: faultsBeside,
  }),
  route({
    method: 'GET',
    path: '/intake/catalogue',
    summary: 'Export what is offered today, as POST takes it; what is too much for one request comes in parts (Link)',
    may: [looking],
    query: schemas.exportQuery,
    reply: { status: 200, schema: catalogue },
    run: onDemand(async () => (await import('../functions/catalogue/export-catalogue.ts')).exportCatalogue),
  }),
  route({
    method: 'GET',
    path: '/intake/catalogue/faults',
    summary: 'List the items that may take longer than the city’s of the same code has come to allow',
    may: [looking],
    reply: { status: 200, schema: replies.behindCity },
    run: onDemand(async () => (await import('../functions/catalogue/list-behind-city.ts')).listBehindCity),
  }),
  route({
    method: 'GET',
    path: '/intake/catalogue/editions',
    summary: 'List editions by state, newest first',
    may: [looking],
    query: schemas.editionsQuery,
    reply: { status: 200, schema: replies.editionPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/catalogue/read-editions.ts')).listEditions),
  }),
  route({
    method: 'GET',
    path: '/intake/catalogue/editions/{id}',
    summary: 'Read an edition, a part of what it says, and who did what with it; the next part is named by a link',
    may: [looking],
    query: schemas.exportQuery,
    reply: { status: 200, schema: replies.editionReply },
    run: onDemand(async () => (await import('../functions/catalogue/read-editions.ts')).readEdition),
  }),
  route({
    method: 'PUT',
    path: '/intake/catalogue/editions/{id}',
    summary: 'Replace what a draft says; refused whole with every fault',
    may: [preparing],
    needsVersion: true,
    body: catalogue,
    reply: { status: 200, schema: replies.editionActReply },
    refusals: [catalogueInvalid, editionWrongState],
    run: onDemand(async () => (await import('../functions/catalogue/prepare-edition.ts')).editEdition),
    also: faultsBeside,
  }),
  route({
    method: 'PUT',
    path: '/intake/catalogue/editions/{id}/parts/{part}',
    summary: 'Put a further part of a draft that comes in several; refused whole with every fault of its items',
    may: [preparing],
    params: { part: /^[1-9]\d{0,3}$/ },
    needsVersion: true,
    body: schemas.editionPart,
    reply: { status: 200, schema: replies.editionActReply },
    refusals: [catalogueInvalid, editionWrongState],
    run: onDemand(async () => (await import('../functions/catalogue/put-part.ts')).putEditionPart),
  }),
  route({
    method: 'POST',
    path: '/intake/catalogue/editions/{id}/submit',
    summary: 'Hand a draft to review; refused with every fault of the whole',
    may: [preparing],
    body: noBody,
    reply: { status: 200, schema: replies.editionActReply },
    refusals: [editionWrongState, catalogueInvalid],
    run: onDemand(async () => (await import('../functions/catalogue/move-edition.ts')).submitEdition),
  }),
  route({
    method: 'POST',
    path: '/intake/catalogue/editions/{id}/send-back',
    summary: 'Send it back to its editors, with the reason',
    may: [publishing],
    body: schemas.reasonBody,
    reply: { status: 200, schema: replies.editionActReply },
    refusals: [editionWrongState],
    run: onDemand(async () => (await import('../functions/catalogue/move-edition.ts')).sendBackEdition),
  }),
  route({
    method: 'POST',
    path: '/intake/catalogue/editions/{id}/publish',
    summary: 'Publish what others have prepared: it holds from its day',
    may: [publishing],
    body: schemas.publishBody,
    reply: { status: 200, schema: replies.publishedReply },
    refusals: [editionWrongState, editionSamePerson, catalogueInvalid],
    run: onDemand(async () => (await import('../functions/catalogue/publish-edition.ts')).publishEdition),
  }),
  route({
    method: 'POST',
    path: '/intake/catalogue/editions/{id}/discard',
    summary: 'Give an edition up that was not published',
    may: [preparing],
    body: schemas.reasonBody,
    reply: { status: 200, schema: replies.editionActReply },
    refusals: [editionWrongState],
    run: onDemand(async () => (await import('../functions/catalogue/move-edition.ts')).discardEdition),
  }),
];
