import type * as z from 'zod';
import { problems, type Problem } from '#shared/problem';
import { onDemand, route, type Call, type HttpResponse, type Route } from '#shared/route';
import { deciding, heads, reading, supervisors } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { onBehalf } from '../on-behalf.ts';
import { caseProblems } from '../problems/case.ts';
import {
  chargeOffList,
  deferralTooLong,
  freeOfCharge,
  nothingDue,
  notLater,
  noSuchRelief,
  oncePerCase,
  quantityNotWhole,
  reductionTooLarge,
  reliefClosed,
  tooManyReliefs,
  feesFull,
} from '../problems/fee.ts';
import * as schemas from '../schemas/fee.ts';
import * as replies from '../schemas/fee-replies.ts';
import { officeRefusals } from './act-route.ts';
import type { Who } from '#shared/access';

interface FeeAct<Body extends z.ZodType> {
  act: string;
  summary: string;
  may: readonly Who[];
  body: () => Body;
  refusals: readonly Problem[];
  needsVersion?: boolean;
  params?: Record<string, RegExp>;
  run: (deps: IntakeDeps) => (call: Call<unknown, z.infer<Body>>) => Promise<HttpResponse>;
}

/** An act on the fees of a case: a POST below them that answers how they stand then. */
function feeRoute<Body extends z.ZodType>({ act, refusals, ...spec }: FeeAct<Body>): Route<IntakeDeps> {
  return route({
    ...spec,
    method: 'POST',
    path: `/intake/applications/{id}/fees/${act}`,
    reply: { status: 200, schema: replies.feesActReply },
    refusals: [...officeRefusals, ...refusals],
  });
}

const params = { n: /^\d{1,3}$/ };
const onRelief = {
  may: [heads],
  params,
  body: schemas.checkReliefBody,
};
/** 收费: what a case costs by its item's published list, and what another person relieves of it. Paying is of payments. */
export const feeRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/applications/{id}/fees',
    summary: 'Read what a case costs, in fen: what is owed, reduced, due, paid and to go back',
    may: reading,
    reply: { status: 200, schema: replies.feesReply },
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/fee/show-fees.ts')).showFees),
    ),
  }),
  route({
    method: 'GET',
    path: '/intake/fees/overdue',
    summary: "List a department's bills whose day has passed, the longest overdue first; nothing ends because of it",
    may: [deciding, supervisors],
    query: schemas.overdueFeesQuery,
    reply: { status: 200, schema: replies.overdueFeePage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/fee/list-overdue.ts')).listOverdueFees),
  }),
  feeRoute({
    act: 'assess',
    summary:
      'Assess fees: quantity × rate of the published list, with evidence (核定); If-Match names the version of the fees',
    needsVersion: true,
    may: [deciding],
    body: schemas.assessBody,
    refusals: [chargeOffList, freeOfCharge, quantityNotWhole, oncePerCase, feesFull],
    run: onDemand(async () => (await import('../functions/fee/assess-fees.ts')).assessFees),
  }),
  feeRoute({
    act: 'reliefs',
    summary: 'Propose to reduce, defer or waive a fee, with the basis (减缴 缓缴 免缴)',
    may: [deciding],
    body: schemas.reliefBody,
    refusals: [nothingDue, notLater, deferralTooLong, reductionTooLarge, tooManyReliefs, feesFull],
    run: onDemand(async () => (await import('../functions/fee/relieve-fees.ts')).wishRelief),
  }),
  feeRoute({
    ...onRelief,
    act: 'reliefs/{n}/approve',
    summary: 'Approve what another person proposed; it takes effect at once',
    refusals: [
      noSuchRelief,
      reliefClosed,
      caseProblems['same-person'],
      nothingDue,
      notLater,
      deferralTooLong,
      reductionTooLarge,
      feesFull,
    ],
    run: onDemand(async () => (await import('../functions/fee/relieve-fees.ts')).approveRelief),
  }),
  feeRoute({
    ...onRelief,
    act: 'reliefs/{n}/reject',
    summary: 'Reject a proposed relief',
    refusals: [noSuchRelief, reliefClosed, caseProblems['same-person']],
    run: onDemand(async () => (await import('../functions/fee/relieve-fees.ts')).rejectRelief),
  }),
];
