import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as refused from '../problems/remittance.ts';
import * as schemas from '../schemas/remittance.ts';

const reading = staff('district', 'finance', 'finance-checker', 'treasurer');
const aList = { status: 200, schema: schemas.remittanceReply };
const params = { id: schemas.listParam };
const lists = async () => import('../functions/remittance/read-remittances.ts');
const decisions = async () => import('../functions/remittance/decide-remittance.ts');

/** 缴库: what goes to the treasury and to the fiscal account. */
export const remittanceRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'POST',
    path: '/payments/remittances',
    summary: 'Draw today’s lists of what is reconciled and not in one: once a day for each merchant',
    may: [staff('district', 'finance')],
    body: schemas.drawBody,
    reply: { status: 200, schema: schemas.drawnReply },
    run: onDemand(async () => (await import('../functions/remittance/draw-remittances.ts')).drawRemittances),
  }),
  route({
    method: 'GET',
    path: '/payments/remittances',
    summary: 'List the remittance lists of a day, or those that stand so',
    may: [reading],
    query: schemas.remittancesQuery,
    reply: { status: 200, schema: schemas.remittancePage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await lists()).listRemittances),
  }),
  route({
    method: 'GET',
    path: '/payments/remittances/{id}',
    summary: 'Read a remittance list: by payee, subject, level of budget and share, gross',
    may: [reading],
    params,
    reply: aList,
    run: onDemand(async () => (await lists()).getRemittance),
  }),
  route({
    method: 'GET',
    path: '/payments/remittances/{id}/csv',
    summary: 'Read a remittance list as the file for the treasury',
    may: [reading],
    params,
    reply: { status: 200, schema: schemas.remittanceFile, type: 'text/csv' },
    run: onDemand(async () => (await lists()).getRemittanceCsv),
  }),
  route({
    method: 'POST',
    path: '/payments/remittances/{id}/send',
    summary: 'Say that the treasury has been given the list',
    may: [staff('district', 'finance')],
    params,
    body: noBody,
    reply: aList,
    refusals: [refused.remittanceMoved],
    run: onDemand(async () => (await decisions()).sendRemittance),
  }),
  route({
    method: 'POST',
    path: '/payments/remittances/{id}/confirm',
    summary: 'Confirm a list by the treasury’s receipt; somebody else than who drew or sent it',
    needsVersion: true,
    may: [staff('district', 'finance-checker', 'treasurer')],
    params,
    body: schemas.confirmBody,
    reply: aList,
    refusals: [refused.remittanceMoved, refused.ownRemittance, refused.remittanceNotArrived],
    run: onDemand(async () => (await decisions()).confirmRemittance),
  }),
];
