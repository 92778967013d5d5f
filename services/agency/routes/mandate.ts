import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/mandate.ts';
import * as schemas from '../schemas/mandate.ts';
import { forRepresented } from './represented.ts';

const readers = [staff('district', 'officer', 'officer-lead', 'lead', 'window'), applicant(2)];
const officer = staff('district', 'officer');
const lead = staff('district', 'officer-lead');
const investor = applicant(2);

const acted = { status: 200, schema: schemas.mandateActed };
const reading = async () => import('../functions/mandate/read-mandates.ts');
const agreeing = async () => import('../functions/mandate/agree.ts');
const acting = async () => import('../functions/mandate/act-on-mandate.ts');
const stale = [problems.versionStale, refused.mandateMoved];

const routes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/mandates',
    summary:
      'List mandates, the last first: of staff those under which the caller acts, or all in a state, or those whose return visit is due; of others their own',
    may: readers,
    query: schemas.mandatesQuery,
    reply: { status: 200, schema: schemas.mandatePage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listMandates),
  }),
  route({
    method: 'GET',
    path: '/agency/projects/{id}/mandates',
    summary: 'List the mandates that a project has had',
    may: readers,
    reply: { status: 200, schema: schemas.mandatePage },
    run: onDemand(async () => (await reading()).listMandatesOfProject),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/mandates',
    summary: 'Ask for an officer who acts for the investor, or offer one; nothing is agreed by it',
    may: [investor, officer, lead],
    body: schemas.mandateBody,
    reply: { status: 201, schema: schemas.mandateActed },
    refusals: [refused.mandateUnfinished, refused.projectOver],
    run: onDemand(async () => (await import('../functions/mandate/ask-for-mandate.ts')).askForMandate),
  }),
  route({
    method: 'GET',
    path: '/agency/mandates/{id}',
    summary: 'Read a mandate: what is agreed, who is notified, who has acted, and every act with for whom it was',
    may: readers,
    reply: { status: 200, schema: schemas.mandateReply },
    run: onDemand(async () => (await reading()).showMandate),
  }),
  route({
    method: 'POST',
    path: '/agency/mandates/{id}/draw-up',
    summary: 'Write down what is agreed, as the officer who carries the project',
    may: [officer],
    body: schemas.mandateBody,
    needsVersion: true,
    reply: acted,
    refusals: [...stale, refused.notCarried],
    run: onDemand(async () => (await agreeing()).drawUpMandate),
  }),
  route({
    method: 'POST',
    path: '/agency/mandates/{id}/sign',
    summary: 'Sign for the office, so that the investor can seal',
    may: [officer],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).signMandate),
  }),
  route({
    method: 'POST',
    path: '/agency/mandates/{id}/seal',
    summary:
      'Consent to the mandate as it was seen, with an identity proved at level 3; from here on the officer may act',
    may: [applicant(3)],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: [...stale, refused.investorChanged, refused.projectOver],
    run: onDemand(async () => (await agreeing()).sealMandate),
  }),
  route({
    method: 'POST',
    path: '/agency/mandates/{id}/refuse',
    summary: 'Refuse a mandate that is not sealed, and say why',
    may: [investor, lead],
    body: schemas.mandateReasonsBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).refuseMandate),
  }),
  route({
    method: 'POST',
    path: '/agency/mandates/{id}/finish',
    summary: 'Say that all is done at the window; the officer acts no more unless it goes on',
    may: [officer],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).finishMandate),
  }),
  route({
    method: 'POST',
    path: '/agency/mandates/{id}/go-on',
    summary: 'Let a mandate go on, as something is still to be done',
    may: [investor, officer],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).goOnWithMandate),
  }),
];

/** 代办: how an investor and an officer agree, and what becomes of it. */
export const mandateRoutes = routes.map(forRepresented);
