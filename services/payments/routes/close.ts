import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as refused from '../problems/close.ts';
import * as schemas from '../schemas/close.ts';
import { pageOnly } from '../schemas/order.ts';

const reading = staff('district', 'finance', 'finance-checker', 'treasurer');
const acted = { status: 200, schema: schemas.periodActed };
const decisions = async () => import('../functions/close/decide-period.ts');
const views = async () => import('../functions/close/read-period.ts');

/** The four routes of one kind of time; they differ in what their ids look like. */
const routesOf = (kind: 'day' | 'month' | 'year', id: RegExp): readonly Route<PaymentsDeps>[] => [
  route({
    method: 'GET',
    path: `/payments/${kind}s/{id}`,
    summary: `Read how the close of a ${kind} stands: what is done, what is open, whose it is and since when`,
    may: [reading],
    params: { id },
    reply: { status: 200, schema: schemas.periodReply },
    run: onDemand(async () => (await views()).readPeriod),
  }),
  route({
    method: 'POST',
    path: `/payments/${kind}s/{id}/propose`,
    summary: `Propose to close a ${kind} of which nothing is open`,
    may: [staff('district', 'finance')],
    params: { id },
    body: noBody,
    reply: acted,
    refusals: [refused.notClosable, refused.periodMoved],
    run: onDemand(async () => (await decisions()).proposeClose),
  }),
  route({
    method: 'POST',
    path: `/payments/${kind}s/{id}/approve`,
    summary: `Agree that a ${kind} is closed; somebody else than who proposed it. It is sealed, and never opened again`,
    needsVersion: true,
    may: [staff('district', 'finance-checker')],
    params: { id },
    body: schemas.signBody,
    reply: acted,
    refusals: [refused.notClosable, refused.periodMoved, refused.ownClose, refused.otherAgeing],
    run: onDemand(async () => (await decisions()).approveClose),
  }),
  route({
    method: 'POST',
    path: `/payments/${kind}s/{id}/reject`,
    summary: `Give the close of a ${kind} back; somebody else than who proposed it`,
    needsVersion: true,
    may: [staff('district', 'finance-checker')],
    params: { id },
    body: schemas.rejectBody,
    reply: acted,
    refusals: [refused.periodMoved, refused.ownClose],
    run: onDemand(async () => (await decisions()).rejectClose),
  }),
];

/** 结账: days, months and years. */
export const closeRoutes: readonly Route<PaymentsDeps>[] = [
  ...routesOf('day', schemas.dayParam),
  ...routesOf('month', schemas.monthParam),
  ...routesOf('year', schemas.yearParam),
  route({
    method: 'GET',
    path: '/payments/years/{id}/carried',
    summary: 'List what a closed year has left to the next, by name',
    may: [reading],
    params: { id: schemas.yearParam },
    query: pageOnly,
    reply: { status: 200, schema: schemas.carriedPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await views()).readCarried),
  }),
];
