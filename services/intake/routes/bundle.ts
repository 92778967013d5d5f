import { anyone } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import { desks, faceToFace, officers, owner, reading, window } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { mattersOfBundle, onBehalf } from '../on-behalf.ts';
import { partHasCase, wrongState } from '../problems/bundle.ts';
import { caseProblems } from '../problems/case.ts';
import { bundleUnknown, itemNotForApplicant, itemNotInChannel, itemWithdrawn } from '../problems/catalogue.ts';
import { noCommitment } from '../problems/commitment.ts';
import { authorityNotCovering, confirming, noAuthority, notEntitled, partyNotYours } from '../problems/party.ts';
import { prefilledLapsed } from '../problems/prefilled.ts';
import {
  notTheInvestor,
  stageHasBundle,
  stageNotOffered,
  stageNotPlanned,
  stagePlannedAnew,
} from '../problems/stage.ts';
import * as schemas from '../schemas/bundle.ts';
import { givenUpReply } from '../schemas/bundle-given-up.ts';
import * as guides from '../schemas/bundle-guide.ts';
import { withdrawCaseBody } from '../schemas/at-desk.ts';
import { timelineReply } from '../schemas/lists.ts';

// As a case is withdrawn.
const takingBack = [owner, window, faceToFace, officers];
const backRefusals = [wrongState, caseProblems['own-case'], caseProblems.recused, notEntitled, ...confirming];

const key = { key: /^[a-z0-9-]{1,64}$/ };

/** 一件事: items that belong together, applied for with one form and one set of materials. */
export const bundleRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/public/bundles',
    summary: 'List the bundles that the set offers',
    may: [anyone],
    query: guides.bundlesQuery,
    reply: { status: 200, schema: guides.bundlePage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/bundle/show-bundles.ts')).listBundles),
  }),
  route({
    method: 'GET',
    path: '/intake/public/bundles/{key}',
    summary: 'Read the guide of a bundle: its items, one form, one list of materials, fees per item',
    may: [anyone],
    params: key,
    query: guides.guideQuery,
    reply: { status: 200, schema: guides.bundleGuide },
    refusals: [bundleUnknown],
    run: onDemand(async () => (await import('../functions/bundle/show-bundles.ts')).showBundle),
  }),
  route({
    method: 'POST',
    path: '/intake/bundles',
    summary: 'Begin a bundle as a draft; without `bundleKey` the stage of a project, as it was planned (并联审批)',
    may: [owner, window, desks, officers],
    body: schemas.bundleBody,
    reply: { status: 201, schema: schemas.bundleActReply },
    refusals: [
      bundleUnknown,
      stageNotPlanned,
      stageNotOffered,
      stageHasBundle,
      notTheInvestor,
      itemNotForApplicant,
      itemNotInChannel,
      noCommitment,
      caseProblems['record-unrepaired'],
      partyNotYours,
      noAuthority,
      authorityNotCovering,
      ...confirming,
    ],
    run: onDemand(async () => (await import('../functions/bundle/create-bundle.ts')).createBundle),
  }),
  route({
    method: 'GET',
    path: '/intake/bundles',
    summary: "List the caller's own bundles in this set, newest first",
    may: [owner],
    query: schemas.myBundlesQuery,
    reply: { status: 200, schema: schemas.myBundlePage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/bundle/read-bundle.ts')).listMyBundles),
  }),
  route({
    method: 'GET',
    path: '/intake/bundles/{id}',
    summary:
      'Read a bundle: its parts with their cases, its form, its materials; an office that sees one of its cases reads it masked',
    may: reading,
    reply: { status: 200, schema: schemas.bundleReply },
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/bundle/read-bundle.ts')).readBundle),
      mattersOfBundle,
    ),
  }),
  route({
    method: 'PUT',
    path: '/intake/bundles/{id}',
    summary: 'Save the answers and the form of a draft bundle',
    may: [owner, window, desks, officers],
    needsVersion: true,
    body: schemas.bundleDraftBody,
    reply: { status: 200, schema: schemas.bundleActReply },
    refusals: [wrongState, noCommitment, ...confirming],
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/bundle/save-bundle.ts')).saveBundle),
      mattersOfBundle,
    ),
  }),
  route({
    method: 'POST',
    path: '/intake/bundles/{id}/submit',
    summary: 'Hand a bundle in: its cases are made one after another, those that wait for another when that is granted',
    may: [owner, window, desks, officers],
    body: noBody,
    reply: { status: 200, schema: schemas.bundleActReply },
    refusals: [
      wrongState,
      stagePlannedAnew,
      itemWithdrawn,
      itemNotForApplicant,
      itemNotInChannel,
      caseProblems['record-unrepaired'],
      caseProblems['form-invalid'],
      prefilledLapsed,
      ...confirming,
    ],
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/bundle/submit-bundle.ts')).submitBundle),
      mattersOfBundle,
    ),
  }),
  route({
    method: 'POST',
    path: '/intake/bundles/{id}/move-to-successor',
    summary: 'Go on with a draft under what took the place of its items or its definition; what both ask is kept',
    may: [owner, window, desks, officers],
    body: noBody,
    reply: { status: 200, schema: schemas.bundleActReply },
    refusals: [wrongState, ...confirming],
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/bundle/move-bundle.ts')).moveBundle),
      mattersOfBundle,
    ),
  }),
  route({
    method: 'POST',
    path: '/intake/bundles/{id}/withdraw',
    summary:
      'Give a bundle up: a draft at once; of what was handed in every open case is withdrawn, what was decided stays; a desk says who came',
    may: takingBack,
    body: withdrawCaseBody,
    reply: { status: 200, schema: givenUpReply },
    refusals: backRefusals,
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/bundle/withdraw-bundle.ts')).withdrawBundle),
      mattersOfBundle,
    ),
  }),
  route({
    method: 'POST',
    path: '/intake/bundles/{id}/parts/{item}/withdraw',
    summary: 'Take one part out of a bundle before it has a case; what waits for it is dropped; a desk says who came',
    may: takingBack,
    params: { item: key.key },
    body: withdrawCaseBody,
    reply: { status: 200, schema: schemas.bundleActReply },
    refusals: [...backRefusals, partHasCase],
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/bundle/withdraw-bundle.ts')).withdrawBundlePart),
      mattersOfBundle,
    ),
  }),
  route({
    method: 'GET',
    path: '/intake/bundles/{id}/timeline',
    summary: 'Who did what with a bundle, and when',
    may: reading,
    reply: { status: 200, schema: timelineReply },
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/bundle/read-bundle.ts')).showBundleTimeline),
      mattersOfBundle,
    ),
  }),
];
