import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as refused from '../problems/refund.ts';
import { pageOnly } from '../schemas/order.ts';
import * as schemas from '../schemas/refund.ts';

const payer = applicant(1);
const proposing = staff('district', 'finance');
const approving = staff('district', 'finance-checker');
const finance = staff('district', 'finance', 'finance-checker', 'treasurer');
const aRefund = { status: 200, schema: schemas.refundForFinance };
const decisions = async () => import('../functions/refund/decide-refund.ts');
const reading = async () => import('../functions/refund/read-refunds.ts');

/** 退款: what goes back, and by whose word. */
export const refundRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'POST',
    path: '/payments/bills/{id}/refunds',
    summary: 'Propose that fee lines of a paid bill go back, whole or in part; one refund for each merchant',
    may: [proposing],
    body: schemas.proposeRefundBody,
    reply: { status: 201, schema: schemas.proposedReply },
    refusals: [refused.billNotPaid, refused.refundOver, refused.refundableDiffers, refused.tooManyRefunds],
    run: onDemand(async () => (await import('../functions/refund/propose-refund.ts')).proposeRefund),
  }),
  route({
    method: 'GET',
    path: '/payments/bills/{id}/refunds',
    summary: 'List what goes back of a bill, newest first',
    may: [payer],
    query: pageOnly,
    reply: { status: 200, schema: schemas.refundPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).refundsOfBill),
  }),
  route({
    method: 'GET',
    path: '/payments/orders/{id}/refunds',
    summary: 'List what goes back of an order because no bill took it: paid twice, too late, in another amount',
    may: [payer],
    query: pageOnly,
    reply: { status: 200, schema: schemas.refundPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).refundsOfOrder),
  }),
  route({
    method: 'GET',
    path: '/payments/refunds',
    summary: 'List the refunds that stand so, oldest first',
    may: [finance],
    query: schemas.refundsQuery,
    reply: { status: 200, schema: schemas.refundsForFinance },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listRefunds),
  }),
  route({
    method: 'GET',
    path: '/payments/refunds/{id}',
    summary: 'Read a refund',
    may: [finance],
    reply: aRefund,
    run: onDemand(async () => (await reading()).getRefund),
  }),
  route({
    method: 'POST',
    path: '/payments/refunds/{id}/approve',
    summary:
      'Approve a refund, or the account it goes to; somebody else than who proposed that. A collector that has it as paid must undo that first',
    needsVersion: true,
    may: [approving],
    body: schemas.approveRefundBody,
    reply: aRefund,
    refusals: [refused.refundMoved, refused.ownRefund, refused.nameDiffers],
    run: onDemand(async () => (await decisions()).approveRefund),
  }),
  route({
    method: 'POST',
    path: '/payments/refunds/{id}/reject',
    summary: 'Reject a refund, or the account it was to go to; somebody else than who proposed that',
    needsVersion: true,
    may: [approving],
    body: schemas.rejectRefundBody,
    reply: aRefund,
    refusals: [refused.refundMoved, refused.ownRefund, refused.refundBound],
    run: onDemand(async () => (await decisions()).rejectRefund),
  }),
  route({
    method: 'POST',
    path: '/payments/refunds/{id}/redirect',
    summary:
      'Name an account of the payer for a refund that cannot go back the way it came; another person approves it',
    needsVersion: true,
    may: [proposing],
    body: schemas.redirectBody,
    reply: aRefund,
    refusals: [refused.refundMoved],
    run: onDemand(async () => (await decisions()).redirectRefund),
  }),
  route({
    method: 'POST',
    path: '/payments/refunds/{id}/send-back',
    summary: 'Say that the bank did not take the transfer of a refund: another account is needed',
    needsVersion: true,
    may: [proposing],
    body: noBody,
    reply: aRefund,
    refusals: [refused.refundMoved],
    run: onDemand(async () => (await decisions()).sendRefundBack),
  }),
  route({
    method: 'POST',
    path: '/payments/refunds/{id}/pay-out',
    summary: 'Say that a refund has been transferred to the account, by which slip',
    needsVersion: true,
    may: [proposing],
    body: schemas.payOutBody,
    reply: aRefund,
    refusals: [refused.refundMoved],
    run: onDemand(async () => (await decisions()).payOutRefund),
  }),
];
