import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as refused from '../problems/elsewhere.ts';
import * as schemas from '../schemas/elsewhere.ts';

const deciding = staff('district', 'finance-checker');
const decisions = async () => import('../functions/elsewhere/decide-elsewhere.ts');
const entering = async () => import('../functions/elsewhere/enter-elsewhere.ts');
const anEntry = { status: 200, schema: schemas.elsewhereReply };

/** 缴款码: what a bank has taken for a bill outside our channels. */
export const elsewhereRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'POST',
    path: '/payments/paid-elsewhere',
    summary: 'Enter what a bank has taken by the code on a bill, with its slip; another person books it',
    may: [staff('district', 'finance')],
    body: schemas.elsewhereBody,
    reply: { status: 201, schema: schemas.elsewhereReply },
    refusals: [refused.slipKnown],
    run: onDemand(async () => (await entering()).enterElsewhere),
  }),
  route({
    method: 'GET',
    path: '/payments/paid-elsewhere',
    summary: 'List what was entered of payments elsewhere and stands so, oldest first',
    may: [staff('district', 'finance', 'finance-checker')],
    query: schemas.elsewhereQuery,
    reply: { status: 200, schema: schemas.elsewherePage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await entering()).listElsewhere),
  }),
  route({
    method: 'POST',
    path: '/payments/paid-elsewhere/{id}/approve',
    summary:
      'Book it: the bill is paid; one that is paid, held by an order or asks another amount gives the money back',
    needsVersion: true,
    may: [deciding],
    body: noBody,
    reply: anEntry,
    refusals: [refused.elsewhereMoved, refused.ownElsewhere, refused.slipKnown],
    run: onDemand(async () => (await decisions()).approveElsewhere),
  }),
  route({
    method: 'POST',
    path: '/payments/paid-elsewhere/{id}/reject',
    summary: 'Say that the slip does not prove it',
    needsVersion: true,
    may: [deciding],
    body: noBody,
    reply: anEntry,
    refusals: [refused.elsewhereMoved, refused.ownElsewhere],
    run: onDemand(async () => (await decisions()).rejectElsewhere),
  }),
];
