import { sharingAskings } from './sharing.ts';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { staffActor } from '../../support/actors.ts';
import { envelopeOf, uuid } from '../../support/facts.ts';
import { pdfOf } from '../../support/pdf.ts';
import { plain, type Asking } from '../asking.ts';
import { companyActor } from '../applicants.ts';
import { decidedAt, deliveredAt, madeAt, numberOf } from '../../support/licence-facts.ts';
import type { Hall } from '../hall.ts';

const bytes = pdfOf('articles');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const file = { name: 'articles.pdf', mediaType: 'application/pdf', size: bytes.length, sha256 };
const declared = { type: 'articles', ...file };

/** A document of the company whose file has not come. */
async function awaited({ ask }: Hall): Promise<string> {
  const { body } = await ask({ method: 'POST', path: '/materials', body: declared, actor: companyActor(2) });
  return String(body['id']);
}

/** One whose file has come and was checked. */
async function atHand(hall: Hall): Promise<string> {
  const id = await awaited(hall);
  await hall.receiveFile(id, 1, bytes);
  return id;
}

/** A case of Gulou, handled by `amr`, that uses it. */
async function caseUsing(hall: Hall): Promise<string> {
  const materialId = await atHand(hall);
  const caseId = uuid(1, 1);
  const materials = [{ requirement: 'articles', materialId, version: 1 }];
  const whose = { partyId: companyActor(2).partyId, district: 'gulou', departments: ['amr'] };
  const data = { caseId, itemKey: 'x', version: 1, ...whose, materials };
  await hall.hear(envelopeOf({ type: 'intake.application-submitted.v1', subject: caseId, data }));
  return caseId;
}

/** A copy that an approver of its department has asked for. */
async function copied(hall: Hall): Promise<string> {
  const path = `/materials/cases/${await caseUsing(hall)}/requirements/articles/read`;
  const actor = staffActor('approver', { department: 'amr' });
  const { body } = await hall.ask({ method: 'POST', path, body: { reason: '核对' }, actor });
  return z.object({ copy: z.object({ id: z.string() }) }).parse(body).copy.id;
}

/** One that is granted to a department of Gulou; below the document, the grant. */
async function granted(hall: Hall): Promise<string> {
  const id = await atHand(hall);
  const path = `/materials/${id}/grants`;
  const { body } = await hall.ask({ method: 'POST', path, body: grant, actor: companyActor(2) });
  return `${id}/grants/${String(body['id'])}`;
}

/** Gulou has told what an item asks for. */
async function told(hall: Hall): Promise<string> {
  const turns = [{ version: 1, from: '2026-08-01', situations: ['新办'], requirements: [] }];
  const data = { items: [{ item: 'food', turns }] };
  await hall.hear(envelopeOf({ type: 'intake.items-published.v1', subject: 'items-gulou', data }));
  return '';
}

/** A licence of the company, with its paper; by its id. */
async function licensed(hall: Hall): Promise<string> {
  const { licenceId, fact } = decidedAt(1, 'issue', { partyId: companyActor(2).partyId });
  await hall.hear(fact);
  const { made, piece } = madeAt(1);
  await hall.handOver(String(made.data['ref']), piece);
  await hall.hear(made);
  await hall.hear(deliveredAt(1));
  return licenceId;
}

/** A large one, of which no part has come. */
async function awaitedInParts({ ask }: Hall): Promise<string> {
  const body = { type: 'drawings', ...file, mediaType: 'image/vnd.dwg', size: 60_000_000 };
  const reply = await ask({ method: 'POST', path: '/materials', body, actor: companyActor(2) });
  return String(reply.body['id']);
}

/** One whose parts were joined and looked at before: said again, it is answered with where it stands. */
async function joined(hall: Hall): Promise<string> {
  const id = await awaitedInParts(hall);
  await hall.receiveFile(id, 1, bytes);
  return id;
}

const grant = {
  version: 1,
  to: { kind: 'office', district: 'gulou', department: 'amr' },
  why: '核对',
  until: '2026-08-31',
};
const inParts = { prepare: awaitedInParts, path: 'versions/1/parts' };

const onVersion = (name: string, prepare: Asking['prepare']): Record<string, Asking> => ({
  [`POST /materials/{id}/versions/{n}/${name}`]: {
    ...(prepare && { prepare }),
    path: `versions/1/${name}`,
    request: () => ({ body: {} }),
  },
});

export const materialsAskings: Record<string, Asking> = {
  ...sharingAskings,
  'POST /materials': { request: () => ({ body: declared }) },
  'GET /materials': { request: plain },
  'GET /materials/{id}': { prepare: awaited, request: plain },
  'GET /materials/accesses': { request: plain },
  'POST /materials/{id}/grants': { prepare: atHand, request: () => ({ body: grant }) },
  'GET /materials/{id}/grants': { prepare: atHand, request: plain },
  'POST /materials/{id}/grants/{grant}/revoke': { prepare: granted, path: 'revoke', request: () => ({ body: {} }) },
  'POST /materials/{id}/grants/{grant}/read': {
    prepare: granted,
    path: 'read',
    request: () => ({ body: { reason: '核对' } }),
  },
  'GET /materials/licences': { request: plain },
  'GET /materials/licences/{id}/editions': { prepare: licensed, path: 'editions', request: plain },
  'POST /materials/licences/{id}/editions/{n}/read': {
    prepare: licensed,
    path: 'editions/1/read',
    request: () => ({ body: {} }),
  },
  'GET /materials/public/licences/{number}': {
    prepare: licensed,
    request: () => ({ path: `/materials/public/licences/${numberOf(1)}` }),
  },
  'GET /materials/granted': { request: plain },
  'POST /materials/match': { prepare: told, request: () => ({ body: { itemKey: 'food', district: 'gulou' } }) },
  'GET /materials/cases/{id}/documents': { prepare: caseUsing, path: 'documents', request: plain },
  'POST /materials/cases/{id}/requirements/{requirement}/read': {
    prepare: caseUsing,
    path: 'requirements/articles/read',
    request: () => ({ body: { reason: '核对' } }),
  },
  'GET /materials/copies/{id}/file': { prepare: copied, path: 'file', request: plain },
  'POST /materials/{id}/versions': { prepare: atHand, request: () => ({ body: file }) },
  'POST /materials/{id}/versions/{n}/parts': { ...inParts, request: () => ({ body: { parts: [{ n: 1, sha256 }] } }) },
  'GET /materials/{id}/versions/{n}/parts': { ...inParts, request: plain },
  'POST /materials/{id}/versions/{n}/complete': {
    prepare: joined,
    path: 'versions/1/complete',
    request: () => ({ body: {} }),
  },
  ...onVersion('upload', awaited),
  ...onVersion('give-up', awaited),
  ...onVersion('read', atHand),
  ...onVersion('withdraw', atHand),
  ...onVersion('erase', atHand),
};
