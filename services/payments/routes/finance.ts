import { anyone, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as refused from '../problems/charge.ts';
import * as charge from '../schemas/charge.ts';
import * as ledger from '../schemas/ledger.ts';

const finance = staff('district', 'finance', 'finance-checker');

/** What finance keeps: the charge list and the ledger. */
export const financeRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'GET',
    path: '/payments/public/charge-list',
    summary: 'Read the list of charges in force: what may be asked, by whom, and at which rate',
    may: [anyone],
    reply: { status: 200, schema: charge.listReply },
    run: onDemand(async () => (await import('../functions/charge/change-list.ts')).readList),
  }),
  route({
    method: 'POST',
    path: '/payments/charge-list',
    summary: 'Propose a charge list in the place of the one in force',
    may: [staff('district', 'finance')],
    body: charge.listBody,
    reply: { status: 201, schema: charge.listActed },
    run: onDemand(async () => (await import('../functions/charge/change-list.ts')).proposeList),
  }),
  route({
    method: 'GET',
    path: '/payments/charge-list/{id}',
    summary: 'Read a charge list as it was proposed',
    may: [finance],
    reply: { status: 200, schema: charge.editionReply },
    run: onDemand(async () => (await import('../functions/charge/change-list.ts')).getList),
  }),
  route({
    method: 'POST',
    path: '/payments/charge-list/{id}/approve',
    summary: 'Make a proposed list the one in force; somebody else than who proposed it',
    needsVersion: true,
    may: [staff('district', 'finance-checker')],
    body: noBody,
    reply: { status: 200, schema: charge.listActed },
    refusals: [refused.listOver, refused.ownList],
    run: onDemand(async () => (await import('../functions/charge/change-list.ts')).approveList),
  }),
  route({
    method: 'GET',
    path: '/payments/orders/{id}/entries',
    summary: 'Read the ledger entries of an order, oldest first',
    may: [finance],
    reply: { status: 200, schema: ledger.entriesReply },
    run: onDemand(async () => (await import('../functions/ledger/read-ledger.ts')).entriesOf),
  }),
];
