import { anyone, applicant } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { MaterialsDeps } from '../deps.ts';
import { licenceNumber } from '#shared/licence-number';
import { notALicenceId, notDelivered } from '../problems/licence.ts';
import { fileNotAtHand, notYours } from '../problems/material.ts';
import * as schemas from '../schemas/licence.ts';
import { addressReply } from '../schemas/material.ts';

/** 电子证照: what decisions have given, for its holder and for whoever is shown one. */
export const licenceRoutes: readonly Route<MaterialsDeps>[] = [
  route({
    method: 'GET',
    path: '/materials/licences',
    summary: "List a holder's licences, newest first",
    may: [applicant(2)],
    query: schemas.licenceQuery,
    reply: { status: 200, schema: schemas.licencePage },
    refusals: [problems.invalidCursor, notYours],
    run: onDemand(async () => (await import('../functions/licence/read-licence.ts')).listLicences),
  }),
  route({
    method: 'GET',
    path: '/materials/licences/{id}/editions',
    summary: 'Read a licence with all its editions',
    may: [applicant(2)],
    reply: { status: 200, schema: schemas.licenceReply },
    run: onDemand(async () => (await import('../functions/licence/read-licence.ts')).readLicence),
  }),
  route({
    method: 'POST',
    path: '/materials/licences/{id}/editions/{n}/read',
    summary:
      'Get an address at which the sealed PDF of an edition can be read for a minute, also in ranges, once it was delivered',
    may: [applicant(2)],
    params: { n: /^[1-9]\d{0,3}$/ },
    body: noBody,
    reply: { status: 200, schema: addressReply },
    refusals: [fileNotAtHand, notDelivered],
    run: onDemand(async () => (await import('../functions/licence/read-paper.ts')).readPaper),
  }),
  route({
    method: 'GET',
    path: '/materials/public/licences/{number}',
    summary: 'See whether a licence holds, by its id; its holder is shown by a masked name',
    may: [anyone],
    params: { number: licenceNumber },
    reply: { status: 200, schema: schemas.publicLicence },
    refusals: [notALicenceId],
    run: onDemand(async () => (await import('../functions/licence/read-licence.ts')).verifyLicence),
  }),
];
