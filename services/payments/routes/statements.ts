import { staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as refused from '../problems/statement.ts';
import * as schemas from '../schemas/statement.ts';

const reading = staff('district', 'finance', 'finance-checker');
const sending = staff('district', 'finance');
const params = { id: schemas.reconciliationParam };
const lists = async () => import('../functions/reconciliation/read-reconciliations.ts');
const uploads = async () => import('../functions/reconciliation/send-statement.ts');

/** 对账: the statements that are owed and have come, and how far each is matched. */
export const statementRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'GET',
    path: '/payments/reconciliations',
    summary:
      'List the statements of an accounting day: awaited, missing, received or matched, with their rows by class',
    may: [reading],
    query: schemas.reconciliationsQuery,
    reply: { status: 200, schema: schemas.reconciliationPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await lists()).listReconciliations),
  }),
  route({
    method: 'GET',
    path: '/payments/reconciliations/{id}',
    summary:
      'Read a statement: its file and the revisions before it, how far it is matched, its rows and the ledger’s items by class',
    may: [reading],
    params,
    reply: { status: 200, schema: schemas.reconciliationReply },
    run: onDemand(async () => (await lists()).getReconciliation),
  }),
  route({
    method: 'GET',
    path: '/payments/reconciliations/{id}/files/{revision}',
    summary: 'Get an address, for a minute, at which a file is read as it was received',
    may: [reading],
    params: { ...params, revision: schemas.revisionParam },
    reply: { status: 200, schema: schemas.statementAddress },
    run: onDemand(async () => (await lists()).getFileAddress),
  }),
  route({
    method: 'POST',
    path: '/payments/reconciliations/{id}/statement',
    summary: 'Declare a statement that finance sends in: the reply says where to send it, and takes nothing else there',
    may: [sending],
    params,
    body: schemas.sendStatementBody,
    reply: { status: 201, schema: schemas.statementDeclared },
    refusals: [refused.calendarUnpublished],
    run: onDemand(async () => (await uploads()).declareStatement),
  }),
  route({
    method: 'POST',
    path: '/payments/reconciliations/{id}/statement/confirm',
    summary:
      'Say that the file is sent: it is taken in if it is the one that was declared; the same bytes again change nothing',
    may: [sending],
    params,
    body: schemas.confirmStatementBody,
    reply: { status: 200, schema: schemas.statementTaken },
    refusals: [refused.statementNotSent, refused.statementDiffers],
    run: onDemand(async () => (await uploads()).confirmStatement),
  }),
];
