import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import { deciding, faceToFace, officers, owner, reading, window } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { onBehalf } from '../on-behalf.ts';
import { caseProblems } from '../problems/case.ts';
import { decidedProblems } from '../problems/decided.ts';
import {
  addressNotInForm,
  noHall,
  noResult,
  notEntitled,
  otherHall,
  takenThen,
  tooManyCodes,
  wrongCode,
} from '../problems/delivery.ts';
import { confirming, notEntitled as unentitled } from '../problems/party.ts';
import { readQuery } from '../schemas/case.ts';
import * as schemas from '../schemas/delivery.ts';
import { officeRefusals } from './act-route.ts';

const post = { method: 'POST', reply: { status: 200, schema: schemas.deliveryActReply } } as const;

/** Who posts results: the windows of the set that owns the case. Those of other districts hand over what lies with them. */
const sending = [staff('district', 'window'), deciding];

/** 送达: how the result comes to the applicant, and how that is proved. */
export const deliveryRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/applications/{id}/delivery',
    summary: 'Read how and until when the result of a case is delivered',
    may: reading,
    query: readQuery,
    reply: { status: 200, schema: schemas.deliveryReply },
    refusals: [noResult, caseProblems['unmasked-not-needed']],
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/delivery/read-delivery.ts')).readDelivery),
    ),
  }),
  route({
    ...post,
    path: '/intake/applications/{id}/delivery/choose',
    summary: 'Choose how to get the result: download, window or post; a desk says who came',
    may: [owner, window, faceToFace, officers],
    body: schemas.chooseBody,
    refusals: [
      noResult,
      addressNotInForm,
      caseProblems['wrong-state'],
      caseProblems['own-case'],
      unentitled,
      ...confirming,
    ],
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/delivery/act-on-delivery.ts')).chooseDelivery),
    ),
  }),
  route({
    ...post,
    path: '/intake/applications/{id}/delivery/download',
    summary: 'Take the result electronically; that is its delivery',
    may: [owner, officers],
    body: noBody,
    refusals: [
      decidedProblems['fee-due'],
      decidedProblems['fee-not-assessed'],
      noResult,
      caseProblems['wrong-state'],
      ...confirming,
    ],
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/delivery/act-on-delivery.ts')).downloadResult),
    ),
  }),
  route({
    ...post,
    path: '/intake/applications/{id}/delivery/make-ready',
    summary: 'Say that the result lies at the window; the applicant is told, with a code to send somebody',
    may: [window, deciding],
    body: schemas.readyBody,
    refusals: [
      decidedProblems['fee-due'],
      decidedProblems['fee-not-assessed'],
      noResult,
      noHall,
      otherHall,
      ...officeRefusals,
    ],
    run: onDemand(async () => (await import('../functions/delivery/act-on-delivery.ts')).readyDelivery),
  }),
  route({
    ...post,
    path: '/intake/applications/{id}/delivery/hand-over',
    summary:
      'Hand the result over where it lies: to the party itself, to who holds its authority, or to whoever has the code',
    may: [window, staff('any-district', 'community')],
    body: schemas.handOverBody,
    refusals: [
      decidedProblems['fee-due'],
      decidedProblems['fee-not-assessed'],
      noResult,
      wrongCode,
      tooManyCodes,
      otherHall,
      notEntitled,
      ...confirming,
      ...officeRefusals,
    ],
    run: onDemand(async () => (await import('../functions/delivery/hand-over.ts')).handOverResult),
  }),
  route({
    ...post,
    path: '/intake/applications/{id}/delivery/send',
    summary: 'Give the result to a carrier',
    may: sending,
    body: schemas.sendBody,
    refusals: [decidedProblems['fee-due'], decidedProblems['fee-not-assessed'], noResult, ...officeRefusals],
    run: onDemand(async () => (await import('../functions/delivery/act-on-delivery.ts')).sendDelivery),
  }),
  route({
    ...post,
    path: '/intake/applications/{id}/delivery/return',
    summary: 'Record that the carrier brought the result back; it is due again',
    may: sending,
    body: schemas.returnBody,
    refusals: [noResult, ...officeRefusals],
    run: onDemand(async () => (await import('../functions/delivery/act-on-delivery.ts')).returnDelivery),
  }),
  route({
    ...post,
    path: '/intake/applications/{id}/delivery/prove',
    summary: 'Record who took the result from the carrier',
    may: sending,
    body: schemas.proveBody,
    refusals: [noResult, takenThen, ...officeRefusals],
    run: onDemand(async () => (await import('../functions/delivery/act-on-delivery.ts')).proveDelivery),
  }),
  route({
    method: 'GET',
    path: '/intake/deliveries',
    summary: "List a department's results by where their delivery stands, the oldest decision first",
    may: [staff('district', 'window', 'supervisor'), staff('department', 'approver', 'head', 'lead')],
    query: schemas.deliveriesQuery,
    reply: { status: 200, schema: schemas.deliveryPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/delivery/read-delivery.ts')).listDeliveries),
  }),
];
