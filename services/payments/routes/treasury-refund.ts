import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import { notYourDepartment } from '../problems/bill.ts';
import * as refused from '../problems/refund.ts';
import * as schemas from '../schemas/refund.ts';

// Units are the districts'; payments runs in the city.
const unit = staff('any-district', 'approver', 'head');
const treasury = staff('district', 'treasurer');
const aRefund = { status: 200, schema: schemas.refundForFinance };
const decisions = async () => import('../functions/refund/decide-treasury.ts');

/** 退付: what goes back after it was remitted. The unit verifies, finance approves, the treasury pays. */
export const treasuryRefundRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'GET',
    path: '/payments/department/refunds',
    summary: 'List the refunds of remitted money that the caller’s unit must verify, oldest first, with their last day',
    may: [unit],
    query: schemas.unitRefundsQuery,
    reply: { status: 200, schema: schemas.refundsForFinance },
    refusals: [problems.invalidCursor, notYourDepartment],
    run: onDemand(async () => (await import('../functions/refund/read-refunds.ts')).listUnitRefunds),
  }),
  route({
    method: 'POST',
    path: '/payments/refunds/{id}/verify',
    summary: 'Verify for the unit that remitted money is owed back, and name the payer’s account; finance approves it',
    needsVersion: true,
    may: [unit],
    body: schemas.redirectBody,
    reply: aRefund,
    refusals: [refused.refundMoved, refused.ownRefund],
    run: onDemand(async () => (await decisions()).verifyRefund),
  }),
  route({
    method: 'POST',
    path: '/payments/refunds/{id}/refuse',
    summary: 'Say for the unit that nothing of the remitted money is owed back',
    needsVersion: true,
    may: [unit],
    body: schemas.rejectRefundBody,
    reply: aRefund,
    refusals: [refused.refundMoved, refused.ownRefund, refused.refundBound],
    run: onDemand(async () => (await decisions()).refuseRefund),
  }),
  route({
    method: 'POST',
    path: '/payments/refunds/{id}/pay-back',
    summary: 'Say that the treasury has paid a refund, by which order; somebody else than who approved it',
    needsVersion: true,
    may: [treasury],
    body: schemas.payBackBody,
    reply: aRefund,
    refusals: [refused.refundMoved, refused.ownRefund],
    run: onDemand(async () => (await decisions()).payRefundBack),
  }),
  route({
    method: 'POST',
    path: '/payments/refunds/{id}/return',
    summary: 'Say that the bank did not take the treasury’s transfer: the unit finds out another account',
    needsVersion: true,
    may: [treasury],
    body: noBody,
    reply: aRefund,
    refusals: [refused.refundMoved],
    run: onDemand(async () => (await decisions()).returnRefund),
  }),
];
