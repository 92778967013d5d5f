import { applicant } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as refused from '../problems/collector.ts';
import * as schemas from '../schemas/bill.ts';
import * as collecting from '../schemas/collector.ts';

const payer = applicant(1);

/** 缴费单: what somebody owes. */
export const billRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'GET',
    path: '/payments/bills',
    summary: 'List what the caller, or an organisation that he may act for, owes and has paid',
    may: [payer],
    query: schemas.billsQuery,
    reply: { status: 200, schema: schemas.billPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/bill/read-bills.ts')).listBills),
  }),
  route({
    method: 'POST',
    path: '/payments/bills/query',
    summary:
      'Ask a collector (a utility, 税务, social insurance) what an account owes; it becomes bills of the caller’s',
    may: [payer],
    body: collecting.queryBody,
    reply: { status: 200, schema: collecting.queryReply },
    refusals: [refused.collectorUnknown, refused.accountUnknown, refused.collectorSilent],
    run: onDemand(async () => (await import('../functions/bill/query-bills.ts')).queryBills),
  }),
  route({
    method: 'GET',
    path: '/payments/bills/{id}',
    summary: 'Read a bill',
    may: [payer],
    reply: { status: 200, schema: schemas.billReply },
    run: onDemand(async () => (await import('../functions/bill/read-bills.ts')).getBill),
  }),
];
