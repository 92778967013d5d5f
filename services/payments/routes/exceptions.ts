import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as refused from '../problems/exception.ts';
import { refundOver } from '../problems/refund.ts';
import * as schemas from '../schemas/exception.ts';

const finance = staff('district', 'finance', 'finance-checker');
const acted = { status: 200, schema: schemas.exceptionActed };
const reading = async () => import('../functions/exception/read-exceptions.ts');
const deciding = async () => import('../functions/exception/decide-exception.ts');

/** 差错处理: the one work list of finance, and what two people do about a difference. */
export const exceptionRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'GET',
    path: '/payments/exceptions',
    summary:
      'List what finance must see to, longest first: differences with statements, payments of which the case does not say that it knows, those that a collector has not booked, refunds of remitted money that are over their days, and too few receipt numbers',
    may: [finance],
    query: schemas.exceptionsQuery,
    reply: { status: 200, schema: schemas.exceptionPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listExceptions),
  }),
  route({
    method: 'GET',
    path: '/payments/exceptions/{id}',
    summary: 'Read a difference: its row, what the ledger has, what may be proposed, its timeline',
    may: [finance],
    reply: { status: 200, schema: schemas.exceptionReply },
    run: onDemand(async () => (await reading()).getException),
  }),
  route({
    method: 'POST',
    path: '/payments/exceptions/{id}/propose',
    summary: 'Propose what is to be done about a difference; the reply shows what it would write in the ledger',
    may: [staff('district', 'finance')],
    body: schemas.proposeExceptionBody,
    needsVersion: true,
    reply: acted,
    refusals: [
      problems.versionStale,
      refused.exceptionMoved,
      refused.actionUnfit,
      refused.notOurs,
      refused.writeOffOver,
      refused.carryTooLong,
      refused.linesDiffer,
      refused.otherUnfit,
      refused.sameFee,
      refused.accountMissing,
    ],
    run: onDemand(async () => (await import('../functions/exception/propose-exception.ts')).proposeException),
  }),
  route({
    method: 'POST',
    path: '/payments/exceptions/{id}/approve',
    summary:
      'Approve what was proposed of a difference: it is written as it was shown; another person than who proposed it',
    may: [staff('district', 'finance-checker')],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: [problems.versionStale, refused.exceptionMoved, refused.ownException, refused.proposalStale, refundOver],
    run: onDemand(async () => (await deciding()).approveException),
  }),
  route({
    method: 'POST',
    path: '/payments/exceptions/{id}/reject',
    summary: 'Reject what was proposed of a difference, and say why; another person than who proposed it',
    may: [staff('district', 'finance-checker')],
    body: schemas.rejectExceptionBody,
    needsVersion: true,
    reply: acted,
    refusals: [problems.versionStale, refused.exceptionMoved, refused.ownException],
    run: onDemand(async () => (await deciding()).rejectException),
  }),
];
