import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import { desks, officers, owner, reading, window } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { createApplication } from '../functions/case/create-application.ts';
import { noticed } from '../functions/case/noticed.ts';
import { listMyApplications, listReviews, listTasks } from '../functions/case/list-applications.ts';
import { readApplication } from '../functions/case/read-application.ts';
import { saveDraft } from '../functions/case/save-draft.ts';
import { submitApplication } from '../functions/case/submit-application.ts';
import { onBehalf } from '../on-behalf.ts';
import { noCommitment } from '../problems/commitment.ts';
import { prefilledLapsed } from '../problems/prefilled.ts';
import { caseProblems } from '../problems/case.ts';
import * as catalogueProblems from '../problems/catalogue.ts';
import { confirming, noAuthority, authorityNotCovering, partyNotYours } from '../problems/party.ts';
import * as schemas from '../schemas/case.ts';
import * as lists from '../schemas/lists.ts';

const wrongState = caseProblems['wrong-state'];
const ownCase = caseProblems['own-case'];

/** 办件: a case from draft to result, and the lists in which it stands. */
export const caseRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'POST',
    path: '/intake/applications',
    summary: 'Begin an application as a draft',
    may: [owner, window, desks, officers],
    body: schemas.createBody,
    reply: { status: 201, schema: schemas.actReply },
    refusals: [
      catalogueProblems.itemUnknown,
      catalogueProblems.itemNotOnline,
      catalogueProblems.itemNotForApplicant,
      catalogueProblems.itemNotInChannel,
      noCommitment,
      caseProblems['record-unrepaired'],
      ownCase,
      partyNotYours,
      noAuthority,
      authorityNotCovering,
      ...confirming,
    ],
    run: createApplication,
  }),
  route({
    method: 'GET',
    path: '/intake/applications',
    summary: "List the caller's own applications, newest first",
    may: [owner],
    query: lists.mineQuery,
    reply: { status: 200, schema: lists.applicationPage },
    refusals: [problems.invalidCursor],
    run: listMyApplications,
  }),
  route({
    method: 'GET',
    path: '/intake/applications/{id}',
    summary: 'Read an application with its form',
    may: reading,
    query: schemas.readQuery,
    reply: { status: 200, schema: schemas.applicationReply },
    refusals: [caseProblems['unmasked-not-needed']],
    run: onBehalf('read', readApplication),
  }),
  route({
    method: 'PUT',
    path: '/intake/applications/{id}',
    summary: 'Save the form of a draft',
    may: [owner, window, desks, officers],
    needsVersion: true,
    body: schemas.draftBody,
    reply: { status: 200, schema: schemas.actReply },
    refusals: [wrongState, ownCase, ...confirming],
    run: onBehalf('act', saveDraft),
  }),
  route({
    method: 'POST',
    path: '/intake/applications/{id}/submit',
    summary: 'Hand a draft in',
    may: [owner, window, desks, officers],
    body: noBody,
    reply: { status: 200, schema: schemas.actReply },
    refusals: [
      caseProblems['form-invalid'],
      prefilledLapsed,
      wrongState,
      ownCase,
      catalogueProblems.itemWithdrawn,
      catalogueProblems.itemNotInChannel,
      caseProblems['record-unrepaired'],
      caseProblems['numbers-used-up'],
      ...confirming,
    ],
    run: onBehalf('act', submitApplication),
  }),
  route({
    method: 'POST',
    path: '/intake/applications/{id}/move-to-successor',
    summary: 'Go on with a draft under the item that took the place of its own; what both forms ask is kept',
    may: [owner, window, desks, officers],
    body: noBody,
    reply: { status: 200, schema: schemas.actReply },
    refusals: [
      wrongState,
      ownCase,
      catalogueProblems.itemNotOnline,
      catalogueProblems.itemNotInChannel,
      catalogueProblems.itemNotForApplicant,
      ...confirming,
    ],
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/case/move-draft.ts')).moveDraft),
    ),
  }),
  route({
    method: 'GET',
    path: '/intake/applications/{id}/timeline',
    summary: 'Who did what with a case, and when',
    may: reading,
    reply: { status: 200, schema: lists.timelineReply },
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/case/show-timeline.ts')).showTimeline),
    ),
  }),
  route({
    method: 'GET',
    path: '/intake/applications/{id}/access-records',
    summary: 'Who read the personal data of a case unmasked, and why',
    may: [owner, staff('district', 'supervisor', 'audit-admin')],
    reply: { status: 200, schema: lists.accessRecords },
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/case/list-access-records.ts')).listAccessRecords),
    ),
  }),
  route({
    method: 'GET',
    path: '/intake/tasks',
    summary: "A department's own cases by state, oldest first",
    may: [staff('district', 'window', 'supervisor'), staff('department', 'approver', 'head', 'lead')],
    query: lists.tasksQuery,
    reply: { status: 200, schema: lists.applicationPage },
    refusals: [problems.invalidCursor],
    run: listTasks,
  }),
  route({
    method: 'GET',
    path: '/intake/reviews',
    summary: "A department's open tasks, its own and those in other departments' cases, oldest first",
    may: [staff('district', 'supervisor'), staff('department', 'approver', 'head', 'lead')],
    query: lists.reviewsQuery,
    reply: { status: 200, schema: lists.reviewPage },
    refusals: [problems.invalidCursor],
    run: noticed(listReviews),
  }),
];
