import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as refused from '../problems/settlement.ts';
import { drawBody } from '../schemas/remittance.ts';
import * as schemas from '../schemas/settlement.ts';

const reading = staff('district', 'finance', 'finance-checker', 'treasurer');
const deciding = staff('district', 'finance-checker');
const params = { id: schemas.settlementParam };
const settlements = async () => import('../functions/settlement/read-settlements.ts');
const decide = async () => import('../functions/settlement/decide-settlement.ts');

/** 清分结算: what payees with accounts of their own are paid. */
export const settlementRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'POST',
    path: '/payments/settlements',
    summary:
      'Draw today’s settlements of what is reconciled and has arrived: once a day for each payee of its own account',
    may: [staff('district', 'finance')],
    body: drawBody,
    reply: { status: 200, schema: schemas.settlementsDrawn },
    run: onDemand(async () => (await import('../functions/settlement/draw-settlements.ts')).drawSettlements),
  }),
  route({
    method: 'GET',
    path: '/payments/settlements',
    summary: 'List the settlements of a day, or those that stand so',
    may: [reading],
    query: schemas.settlementsQuery,
    reply: { status: 200, schema: schemas.settlementPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await settlements()).listSettlements),
  }),
  route({
    method: 'GET',
    path: '/payments/settlements/{id}',
    summary: 'Read a settlement: gross, fees of the channels, and net',
    may: [reading],
    params,
    reply: { status: 200, schema: schemas.settlementReply },
    run: onDemand(async () => (await settlements()).getSettlement),
  }),
  route({
    method: 'GET',
    path: '/payments/settlements/{id}/csv',
    summary:
      'Read the file by which the bank is told to pay, with the account of the payee; only of one that is approved',
    may: [reading],
    params,
    reply: { status: 200, schema: schemas.settlementFile, type: 'text/csv' },
    refusals: [refused.settlementNotApproved],
    run: onDemand(async () => (await settlements()).getSettlementCsv),
  }),
  route({
    method: 'POST',
    path: '/payments/settlements/{id}/approve',
    summary:
      'Approve a settlement: its file is kept, and the bank is to show the payment; somebody else than who drew it',
    may: [deciding],
    params,
    body: noBody,
    needsVersion: true,
    reply: { status: 200, schema: schemas.settlementReply },
    refusals: [refused.settlementMoved, refused.ownSettlement, refused.payoutAccountMissing],
    run: onDemand(async () => (await decide()).approveSettlement),
  }),
  route({
    method: 'POST',
    path: '/payments/settlements/{id}/reject',
    summary: 'Reject a settlement, and why: what it has taken waits again, and may be drawn anew on the same day',
    may: [deciding],
    params,
    body: schemas.rejectSettlementBody,
    needsVersion: true,
    reply: { status: 200, schema: schemas.settlementReply },
    refusals: [refused.settlementMoved, refused.ownSettlement],
    run: onDemand(async () => (await decide()).rejectSettlement),
  }),
];
