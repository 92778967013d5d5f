import { anyone, applicant, staff } from '#shared/access';
import { problems } from '#shared/problem';
import { route, type Route } from '#shared/route';
import type { IntakeDeps } from './deps.ts';
import { acceptApplication } from './functions/accept-application.ts';
import { listItems, showItem } from './functions/browse-items.ts';
import { createApplication } from './functions/create-application.ts';
import { decideApplication } from './functions/decide-application.ts';
import { listAccessRecords } from './functions/list-access-records.ts';
import { listMyApplications, listTasks } from './functions/list-applications.ts';
import { publishCatalogue } from './functions/publish-catalogue.ts';
import { readApplication } from './functions/read-application.ts';
import { saveDraft } from './functions/save-draft.ts';
import { showTimeline } from './functions/show-timeline.ts';
import { submitApplication } from './functions/submit-application.ts';
import { withdrawApplication } from './functions/withdraw-application.ts';
import { intakeProblems } from './problems.ts';
import * as schemas from './schemas.ts';

const key = { key: /^[a-z0-9-]{1,64}$/ };
const { wrongState, ownCase } = intakeProblems;

const owner = applicant(2);
// 全城通办: any window of the city takes in for any district; the other desks for their own.
const window = staff('any-district', 'window');
const desks = staff('district', 'community', 'kiosk', 'hotline');
const deciding = staff('department', 'approver', 'head');
const reading = [
  owner,
  window,
  staff('department', 'approver', 'head', 'lead'),
  desks,
  staff('district', 'supervisor'),
];

/** Intake's routes: dispatch, access table, matrix and OpenAPI are made from this list. */
export const routes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/public/items',
    summary: 'Find service items',
    may: [anyone],
    query: schemas.itemQuery,
    reply: { status: 200, schema: schemas.itemPage },
    refusals: [problems.invalidCursor],
    run: listItems,
  }),
  route({
    method: 'GET',
    path: '/intake/public/items/{key}',
    summary: 'Read the guide of an item, with its form',
    may: [anyone],
    params: key,
    reply: { status: 200, schema: schemas.itemReply },
    refusals: [intakeProblems.itemUnknown],
    run: showItem,
  }),
  route({
    method: 'POST',
    path: '/intake/catalogue',
    summary: 'Load the whole catalogue of the set; refused whole with every fault',
    may: [staff('district', 'catalogue-publisher')],
    body: schemas.catalogue,
    reply: { status: 201, schema: schemas.published },
    refusals: [intakeProblems.catalogueInvalid],
    run: publishCatalogue,
  }),
  route({
    method: 'POST',
    path: '/intake/applications',
    summary: 'Begin an application as a draft',
    may: [owner, window, desks],
    body: schemas.createBody,
    reply: { status: 201, schema: schemas.actReply },
    refusals: [intakeProblems.itemUnknown, intakeProblems.itemNotOnline, intakeProblems.partyNotYours],
    run: createApplication,
  }),
  route({
    method: 'GET',
    path: '/intake/applications',
    summary: "List the caller's own applications, newest first",
    may: [owner],
    query: schemas.mineQuery,
    reply: { status: 200, schema: schemas.applicationPage },
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
    refusals: [intakeProblems.unmaskedNotNeeded],
    run: readApplication,
  }),
  route({
    method: 'PUT',
    path: '/intake/applications/{id}',
    summary: 'Save the form of a draft',
    may: [owner, window, desks],
    needsVersion: true,
    body: schemas.draftBody,
    reply: { status: 200, schema: schemas.actReply },
    refusals: [wrongState],
    run: saveDraft,
  }),
  route({
    method: 'POST',
    path: '/intake/applications/{id}/submit',
    summary: 'Hand a draft in',
    may: [owner, window, desks],
    body: schemas.noBody,
    reply: { status: 200, schema: schemas.actReply },
    refusals: [intakeProblems.formInvalid, wrongState],
    run: submitApplication,
  }),
  route({
    method: 'POST',
    path: '/intake/applications/{id}/accept',
    summary: 'Accept a case (受理); the promised limit begins',
    may: [window, deciding],
    body: schemas.noBody,
    reply: { status: 200, schema: schemas.actReply },
    refusals: [wrongState, ownCase],
    run: acceptApplication,
  }),
  route({
    method: 'POST',
    path: '/intake/applications/{id}/decide',
    summary: 'Decide a case (办结)',
    may: [deciding],
    needsVersion: true,
    body: schemas.decideBody,
    reply: { status: 200, schema: schemas.actReply },
    refusals: [wrongState, ownCase],
    run: decideApplication,
  }),
  route({
    method: 'POST',
    path: '/intake/applications/{id}/withdraw',
    summary: 'Withdraw a case before it is decided',
    may: [owner],
    body: schemas.withdrawBody,
    reply: { status: 200, schema: schemas.actReply },
    refusals: [wrongState],
    run: withdrawApplication,
  }),
  route({
    method: 'GET',
    path: '/intake/applications/{id}/timeline',
    summary: 'Who did what with a case, and when',
    may: reading,
    reply: { status: 200, schema: schemas.timelineReply },
    run: showTimeline,
  }),
  route({
    method: 'GET',
    path: '/intake/applications/{id}/access-records',
    summary: 'Who read the personal data of a case unmasked, and why',
    may: [owner, staff('district', 'supervisor', 'audit-admin')],
    reply: { status: 200, schema: schemas.accessRecords },
    run: listAccessRecords,
  }),
  route({
    method: 'GET',
    path: '/intake/tasks',
    summary: "A department's work list by state, oldest first",
    may: [staff('district', 'window', 'supervisor'), staff('department', 'approver', 'head', 'lead')],
    query: schemas.tasksQuery,
    reply: { status: 200, schema: schemas.applicationPage },
    refusals: [problems.invalidCursor],
    run: listTasks,
  }),
];
