import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/authority.ts';
import * as schemas from '../schemas/authority.ts';
import { inCity } from './in-city.ts';

const window = staff('any-district', 'window');
const side = applicant(2);
const proved = applicant(3);

const acted = { status: 200, schema: schemas.authorityActed };
const begun = { status: 201, schema: schemas.authorityActed };
const reading = async () => import('../functions/authority/read-authorities.ts');
const acting = async () => import('../functions/authority/act-on-authority.ts');
const stale = [problems.versionStale, refused.authorityMoved];

const beginning: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/authorities',
    summary: 'List one’s own authorities: those that one has given, or those by which one acts',
    may: [side],
    query: schemas.authoritiesQuery,
    reply: { status: 200, schema: schemas.authorityPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listAuthorities),
  }),
  route({
    method: 'POST',
    path: '/agency/authorities',
    summary:
      'Let another act for oneself, or for an organisation that one speaks for, with an identity proved at level 3',
    may: [proved],
    body: schemas.consentBody,
    reply: begun,
    refusals: [refused.notYours],
    run: onDemand(async () => (await import('../functions/authority/begin-online.ts')).beginOnline),
  }),
  route({
    method: 'POST',
    path: '/agency/authorities/at-window',
    summary: 'Record at a window who acts for whom: the identity was seen, the signature is kept',
    may: [window],
    body: schemas.windowBody,
    reply: begun,
    refusals: [refused.ownAuthority],
    run: onDemand(async () => (await import('../functions/authority/begin-at-window.ts')).beginAtWindow),
  }),
  route({
    method: 'POST',
    path: '/agency/authorities/look-up',
    summary: 'Look up at a window who acts for a party, and for whom it acts; it is recorded with why',
    may: [window],
    body: schemas.lookUpBody,
    reply: { status: 200, schema: schemas.lookUpReply },
    run: onDemand(async () => (await reading()).lookUpAuthorities),
  }),
  route({
    method: 'POST',
    path: '/agency/authorities/occasions',
    summary:
      'Report a death, a deregistration or another legal representative: what stands on that party waits to be confirmed',
    may: [window],
    body: schemas.occasionBody,
    reply: { status: 200, schema: schemas.occasionReply },
    refusals: [refused.occasionUnfit],
    run: onDemand(async () => (await import('../functions/authority/report-occasion.ts')).reportOccasion),
  }),
  route({
    method: 'GET',
    path: '/agency/authorities/{id}',
    summary: 'Read an authority; a window sees names masked unless it says why it needs them, which is recorded',
    may: [side, window],
    query: schemas.authorityQuery,
    reply: { status: 200, schema: schemas.authorityReply },
    run: onDemand(async () => (await reading()).showAuthority),
  }),
  route({
    method: 'GET',
    path: '/agency/authorities/{id}/access-records',
    summary: 'List which staff have looked at an authority unmasked, and why',
    may: [side],
    reply: { status: 200, schema: schemas.authorityReads },
    run: onDemand(async () => (await reading()).listAuthorityReads),
  }),
];

const onAct = { method: 'POST', needsVersion: true, reply: acted, refusals: stale } as const;

const living: readonly Route<AgencyDeps>[] = [
  route({
    ...onAct,
    path: '/agency/authorities/{id}/accept',
    summary: 'Accept to act for another',
    may: [side],
    body: noBody,
    run: onDemand(async () => (await acting()).acceptAuthority),
  }),
  route({
    ...onAct,
    path: '/agency/authorities/{id}/decline',
    summary: 'Decline to act for another',
    may: [side],
    body: noBody,
    run: onDemand(async () => (await acting()).declineAuthority),
  }),
  route({
    ...onAct,
    path: '/agency/authorities/{id}/suspend',
    summary: 'Suspend an authority, and say why',
    may: [side, window],
    body: schemas.authorityActBody,
    run: onDemand(async () => (await acting()).suspendAuthority),
  }),
  route({
    ...onAct,
    path: '/agency/authorities/{id}/resume',
    summary: 'Let a suspended authority count again',
    may: [proved, window],
    body: schemas.authorityActBody,
    run: onDemand(async () => (await acting()).resumeAuthority),
  }),
  route({
    ...onAct,
    path: '/agency/authorities/{id}/confirm',
    summary: 'Confirm that an authority goes on after what was reported',
    may: [proved, window],
    body: schemas.authorityActBody,
    run: onDemand(async () => (await acting()).confirmAuthority),
  }),
  route({
    ...onAct,
    path: '/agency/authorities/{id}/renounce',
    summary: 'Act for another no more',
    may: [side],
    body: schemas.authorityActBody,
    run: onDemand(async () => (await acting()).renounceAuthority),
  }),
  route({
    ...onAct,
    path: '/agency/authorities/{id}/end',
    summary: 'Let another act for oneself no more',
    may: [side, window],
    body: schemas.authorityActBody,
    run: onDemand(async () => (await acting()).endAuthority),
  }),
];

/** 代理权限 of persons: who may act for whom. */
export const authorityRoutes = [...beginning, ...living].map(inCity);
