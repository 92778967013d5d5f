import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import { deciding, faceToFace, officers, owner, reading, supervisors, window } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { onBehalf } from '../on-behalf.ts';
import { caseProblems } from '../problems/case.ts';
import { basisStands, inReview, tooManyGiven } from '../problems/material.ts';
import { confirming, notEntitled } from '../problems/party.ts';
import * as schemas from '../schemas/material.ts';

const below = '/intake/applications/{id}/materials';
const params = { requirement: /^[a-z0-9]+(-[a-z0-9]+)*$/ };
const officeRefusals = [
  caseProblems['wrong-state'],
  caseProblems['own-case'],
  caseProblems.recused,
  caseProblems['not-your-department'],
];

/** 办件材料: what a case has of the materials that its item asks for. */
export const materialRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: below,
    summary: 'Read the list of a case line by line: given and confirmed or not, fetched by the office, missing',
    may: reading,
    reply: { status: 200, schema: schemas.materialsReply },
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/material/show-materials.ts')).showMaterials),
    ),
  }),
  route({
    method: 'POST',
    path: below,
    summary: 'Give documents of the applicant’s library to a case that was handed in; a desk says who came',
    may: [owner, window, faceToFace, officers],
    body: schemas.giveBody,
    reply: { status: 200, schema: schemas.materialsActReply },
    refusals: [
      caseProblems['wrong-state'],
      caseProblems['deadline-passed'],
      caseProblems['own-case'],
      inReview,
      tooManyGiven,
      notEntitled,
      ...confirming,
    ],
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/material/give-materials.ts')).giveMaterials),
    ),
  }),
  route({
    method: 'POST',
    path: `${below}/{requirement}/see`,
    summary: 'Record which originals were seen at the window for a line of the list, and how many copies were taken',
    may: [window, deciding],
    params,
    body: schemas.seeBody,
    reply: { status: 200, schema: schemas.materialsActReply },
    refusals: [...officeRefusals, caseProblems['not-on-list']],
    run: onDemand(async () => (await import('../functions/material/see-originals.ts')).seeOriginals),
  }),
  route({
    method: 'POST',
    path: `${below}/{requirement}/uphold`,
    summary: 'Say why a case may rest on a document all the same that is not in force any more (依据变化)',
    may: [deciding],
    params,
    body: schemas.upholdBody,
    reply: { status: 200, schema: schemas.materialsActReply },
    refusals: [...officeRefusals, caseProblems['no-reasons'], basisStands],
    run: onDemand(async () => (await import('../functions/material/uphold-basis.ts')).upholdBasis),
  }),
  route({
    method: 'GET',
    path: '/intake/changed-bases',
    summary: "A department's open cases that rest on what is not in force any more, the longest changed first",
    may: [deciding, supervisors],
    query: schemas.changedQuery,
    reply: { status: 200, schema: schemas.changedPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/material/list-changed.ts')).listChanged),
  }),
];
