import { applicant } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { MaterialsDeps } from '../deps.ts';
import { declareMaterial, declareVersion } from '../functions/material/declare-material.ts';
import { listMaterials, readFile, readMaterial } from '../functions/material/read-material.ts';
import { renewUpload } from '../functions/material/upload-address.ts';
import { namedInBody, namedInQuery, onBehalf, ownerOfPath } from '../on-behalf.ts';
import * as refusals from '../problems/material.ts';
import * as schemas from '../schemas/material.ts';

const owner = applicant(2);
const params = { n: /^[1-9]\d{0,2}$/ };

/** 材料: the documents of a person or a company, as their owner sees them. */
export const materialRoutes: readonly Route<MaterialsDeps>[] = [
  route({
    method: 'POST',
    path: '/materials',
    summary: 'Declare a document; the reply says where to send its file, unless the owner has it here already',
    may: [owner],
    body: schemas.declareBody,
    reply: { status: 201, schema: schemas.declaredReply },
    refusals: [refusals.fileTooLarge, refusals.notYours],
    run: onBehalf('send', declareMaterial, namedInBody),
  }),
  route({
    method: 'GET',
    path: '/materials',
    summary: "List an owner's documents, newest first, perhaps those of one kind alone",
    may: [owner],
    query: schemas.listQuery,
    reply: { status: 200, schema: schemas.materialPage },
    refusals: [problems.invalidCursor, refusals.notYours],
    run: onBehalf('keep', listMaterials, namedInQuery),
  }),
  route({
    method: 'GET',
    path: '/materials/{id}',
    summary: 'Read a document with all its versions',
    may: [owner],
    reply: { status: 200, schema: schemas.materialReply },
    run: onBehalf('send', readMaterial, ownerOfPath),
  }),
  route({
    method: 'POST',
    path: '/materials/{id}/versions',
    summary: 'Declare the next version of a document; the one before stays for the cases that use it',
    may: [owner],
    body: schemas.versionBody,
    reply: { status: 201, schema: schemas.declaredReply },
    refusals: [refusals.fileTooLarge, refusals.tooManyVersions, refusals.uploadOpen],
    run: onBehalf('keep', declareVersion, ownerOfPath),
  }),
  route({
    method: 'POST',
    path: '/materials/{id}/versions/{n}/upload',
    summary: 'Get a new address for a file that has not been sent',
    may: [owner],
    params,
    body: noBody,
    reply: { status: 200, schema: schemas.uploadReply },
    refusals: [refusals.wrongVersionState],
    run: onBehalf('send', renewUpload, ownerOfPath),
  }),
  route({
    method: 'POST',
    path: '/materials/{id}/versions/{n}/read',
    summary: 'Get an address at which the file can be read for a minute, also in ranges',
    may: [owner],
    params,
    body: noBody,
    reply: { status: 200, schema: schemas.addressReply },
    refusals: [refusals.fileNotAtHand],
    run: readFile,
  }),
  route({
    method: 'POST',
    path: '/materials/{id}/versions/{n}/withdraw',
    summary: 'Offer a version no more; cases that use it keep it',
    may: [owner],
    params,
    body: noBody,
    reply: { status: 200, schema: schemas.versionActReply },
    refusals: [refusals.wrongVersionState],
    run: onDemand(async () => (await import('../functions/material/act-on-version.ts')).withdrawVersion),
  }),
  route({
    method: 'POST',
    path: '/materials/{id}/versions/{n}/erase',
    summary: 'Have a version erased: its owner sees it no more, and its file goes, once no case refers to it',
    may: [owner],
    params,
    body: noBody,
    reply: { status: 200, schema: schemas.versionActReply },
    refusals: [refusals.wrongVersionState],
    run: onDemand(async () => (await import('../functions/material/erase-version.ts')).eraseVersion),
  }),
  route({
    method: 'POST',
    path: '/materials/{id}/versions/{n}/give-up',
    summary: 'Forget a version whose file was never sent',
    may: [owner],
    params,
    body: noBody,
    reply: { status: 200, schema: schemas.versionActReply },
    refusals: [refusals.wrongVersionState],
    run: onBehalf(
      'send',
      onDemand(async () => (await import('../functions/material/act-on-version.ts')).giveUpUpload),
      ownerOfPath,
    ),
  }),
];
