import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import { offList } from '../problems/bill.ts';
import { billNotPayable } from '../problems/order.ts';
import * as refused from '../problems/suspense.ts';
import { payOutBody } from '../schemas/refund.ts';
import * as schemas from '../schemas/suspense.ts';

const finance = staff('district', 'finance', 'finance-checker');
const maker = staff('district', 'finance');
const checker = staff('district', 'finance-checker');
const acted = { status: 200, schema: schemas.suspenseActed };
const reading = async () => import('../functions/suspense/read-suspense.ts');
const deciding = async () => import('../functions/suspense/decide-suspense.ts');
const moved = [problems.versionStale, refused.suspenseMoved];
const ends = [
  offList,
  billNotPayable,
  refused.suspenseAmount,
  refused.otherMerchant,
  refused.otherPayers,
  refused.wayUnknown,
];

/** 待处理款项: money of which nobody knows whose it is, and where it goes. */
export const suspenseRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'GET',
    path: '/payments/suspense',
    summary: 'List the money that is nobody’s, item by item, longest first; or what is on its way back by itself',
    may: [finance],
    query: schemas.suspenseQuery,
    reply: { status: 200, schema: schemas.suspensePage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listSuspense),
  }),
  route({
    method: 'GET',
    path: '/payments/suspense/{id}',
    summary: 'Read one amount in suspense, with its timeline',
    may: [finance],
    reply: { status: 200, schema: schemas.suspenseReply },
    run: onDemand(async () => (await reading()).getSuspense),
  }),
  route({
    method: 'POST',
    path: '/payments/suspense/{id}/propose',
    summary:
      'Propose whose it is (bills that it pays, or payees), or that it goes back: the way it came, or to an account',
    may: [maker],
    body: schemas.proposeSuspenseBody,
    needsVersion: true,
    reply: acted,
    refusals: [...moved, ...ends],
    run: onDemand(async () => (await deciding()).proposeSuspense),
  }),
  route({
    method: 'POST',
    path: '/payments/suspense/{id}/approve',
    summary: 'Approve what was proposed; another person than who proposed it',
    may: [checker],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: [...moved, refused.ownSuspense, ...ends],
    run: onDemand(async () => (await deciding()).approveSuspense),
  }),
  route({
    method: 'POST',
    path: '/payments/suspense/{id}/reject',
    summary: 'Reject what was proposed, and say why; another person than who proposed it',
    may: [checker],
    body: schemas.rejectSuspenseBody,
    needsVersion: true,
    reply: acted,
    refusals: [...moved, refused.ownSuspense],
    run: onDemand(async () => (await deciding()).rejectSuspense),
  }),
  route({
    method: 'POST',
    path: '/payments/suspense/{id}/send-back',
    summary: 'Say that the bank did not take the transfer: it is to be decided anew',
    may: [maker],
    body: schemas.rejectSuspenseBody,
    needsVersion: true,
    reply: acted,
    refusals: moved,
    run: onDemand(async () => (await deciding()).sendSuspenseBack),
  }),
  route({
    method: 'POST',
    path: '/payments/suspense/{id}/pay-out',
    summary: 'Say that it has been transferred to the account, by which slip',
    may: [maker],
    body: payOutBody,
    needsVersion: true,
    reply: acted,
    refusals: moved,
    run: onDemand(async () => (await deciding()).payOutSuspense),
  }),
];
