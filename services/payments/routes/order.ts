import { anyone, applicant } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as collector from '../problems/collector.ts';
import * as refused from '../problems/order.ts';
import * as schemas from '../schemas/order.ts';

const payer = applicant(1);
const anOrder = { status: 200, schema: schemas.orderReply };

/** 一键缴费: one order, many bills. */
export const orderRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'POST',
    path: '/payments/orders',
    summary: 'Pay several bills, of whatever payees, with one order; the reply says how many payments it takes',
    may: [payer],
    body: schemas.placeOrderBody,
    reply: { status: 201, schema: schemas.placedReply },
    refusals: [
      refused.billNotPayable,
      refused.channelUnknown,
      refused.channelNotReady,
      refused.channelCannotCombine,
      refused.tooManyLines,
      collector.billChanged,
      collector.collectorSilent,
    ],
    run: onDemand(async () => (await import('../functions/order/place-order.ts')).placeOrder),
  }),
  route({
    method: 'GET',
    path: '/payments/orders',
    summary: 'List the caller’s orders, newest first',
    may: [payer],
    query: schemas.pageOnly,
    reply: { status: 200, schema: schemas.orderPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/order/read-orders.ts')).listOrders),
  }),
  route({
    method: 'GET',
    path: '/payments/orders/{id}',
    summary: 'Read an order: how each of its payments stands',
    may: [payer],
    reply: anOrder,
    run: onDemand(async () => (await import('../functions/order/read-orders.ts')).getOrder),
  }),
  route({
    method: 'POST',
    path: '/payments/orders/{id}/payments/{n}/begin',
    summary: 'Go to the channel with one payment of an order; asked again, it is the same charge',
    may: [payer],
    params: { n: /^([1-9]|[1-4]\d|50)$/ },
    body: schemas.beginBody,
    reply: anOrder,
    refusals: [refused.alreadyPaid, refused.orderEnded, refused.wayUnknown, refused.payerAtChannelMissing],
    run: onDemand(async () => (await import('../functions/order/begin-payment.ts')).beginPayment),
  }),
  route({
    method: 'POST',
    path: '/payments/orders/{id}/ask',
    summary: 'Back from the channel: have it asked at once how the order stands',
    may: [payer],
    body: noBody,
    reply: anOrder,
    run: onDemand(async () => (await import('../functions/order/ask-order.ts')).askOrder),
  }),
  route({
    method: 'POST',
    path: '/payments/public/notices/{channel}',
    summary:
      'Take in what a channel says by itself, signed and answered in its own form; what is not proved is refused so too',
    may: [anyone],
    params: { channel: /^[a-z]{1,16}$/ },
    foreign: true,
    reply: { status: 200, schema: schemas.noticeReply, type: 'text/plain' },
    run: onDemand(async () => (await import('../functions/notice/take-notice.ts')).takeNotice),
  }),
  route({
    method: 'POST',
    path: '/payments/public/sandbox/{number}',
    summary: 'Pay a charge of the channel without money; not there in production',
    may: [anyone],
    params: { number: /^[0-9a-f]{32}$/ },
    body: noBody,
    reply: { status: 200, schema: schemas.sandboxReply },
    run: onDemand(async () => (await import('../functions/notice/pay-in-sandbox.ts')).payInSandbox),
  }),
];
