import { anyone, applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as refused from '../problems/receipt.ts';
import { pageOnly } from '../schemas/order.ts';
import * as schemas from '../schemas/receipt.ts';

const payer = applicant(1);
const finance = staff('district', 'finance', 'finance-checker');
const proposing = staff('district', 'finance');
const approving = staff('district', 'finance-checker');
const aReceipt = { status: 200, schema: schemas.receiptReply };
const aSegment = { status: 200, schema: schemas.segmentReply };
const reading = async () => import('../functions/receipt/read-receipts.ts');
const entering = async () => import('../functions/receipt/enter-receipt.ts');
const segments = async () => import('../functions/receipt/change-segment.ts');

/** 财政电子票据, as its payer and whoever holds it meet it. */
const holderRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'GET',
    path: '/payments/receipts',
    summary: 'List the fiscal receipts of the caller, or of an organisation that he may act for, newest first',
    may: [payer],
    query: schemas.receiptsQuery,
    reply: { status: 200, schema: schemas.receiptPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listReceipts),
  }),
  route({
    method: 'GET',
    path: '/payments/receipts/{id}',
    summary: 'Read a fiscal receipt',
    may: [payer],
    reply: aReceipt,
    run: onDemand(async () => (await reading()).getReceipt),
  }),
  route({
    method: 'GET',
    path: '/payments/receipts/{id}/file',
    summary: 'Fetch the sealed PDF of a receipt: an address for a minute; it counts as delivered',
    may: [payer],
    reply: { status: 200, schema: schemas.receiptFile },
    refusals: [refused.receiptNotDrawn],
    run: onDemand(async () => (await reading()).fetchReceipt),
  }),
  route({
    method: 'POST',
    path: '/payments/receipts/{id}/enter',
    summary: 'Say that the payer’s accountant has entered a verified receipt, by which voucher',
    may: [payer],
    body: schemas.enterBody,
    reply: aReceipt,
    refusals: [refused.receiptMoved],
    run: onDemand(async () => (await entering()).enterReceipt),
  }),
  route({
    method: 'POST',
    path: '/payments/receipts/{id}/undo-entry',
    summary: 'Undo the entry of a receipt, so that it can be taken back',
    may: [payer],
    body: noBody,
    reply: aReceipt,
    refusals: [refused.receiptMoved],
    run: onDemand(async () => (await entering()).undoReceiptEntry),
  }),
  route({
    method: 'GET',
    path: '/payments/public/receipts/verify',
    summary: 'Verify a receipt by its code, number and check code: whether it is good, entered, or taken back',
    may: [anyone],
    query: schemas.verifyQuery,
    reply: { status: 200, schema: schemas.verifiedReply },
    run: onDemand(async () => (await import('../functions/receipt/verify-receipt.ts')).verifyReceipt),
  }),
  route({
    method: 'GET',
    path: '/payments/public/receipts/page',
    summary: 'The page on which anybody verifies a receipt, to which the code on it leads',
    may: [anyone],
    query: schemas.pageQuery,
    reply: { status: 200, schema: schemas.page, type: 'text/html' },
    run: onDemand(async () => (await import('../functions/receipt/show-verify-page.ts')).showVerifyPage),
  }),
];

/** 号段: what finance was given, and what was made of it. */
export const receiptRoutes: readonly Route<PaymentsDeps>[] = [
  ...holderRoutes,
  route({
    method: 'GET',
    path: '/payments/reports/receipts',
    summary: 'List the receipts of a payee and day, oldest first',
    may: [finance],
    query: schemas.byPayeeQuery,
    reply: { status: 200, schema: schemas.receiptsForFinance },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).receiptsByPayee),
  }),
  route({
    method: 'GET',
    path: '/payments/receipt-segments',
    summary: 'List the segments of receipt numbers with what is left of each, newest first',
    may: [finance],
    query: pageOnly,
    reply: { status: 200, schema: schemas.segmentPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/receipt/list-segments.ts')).listSegments),
  }),
  route({
    method: 'POST',
    path: '/payments/receipt-segments',
    summary: 'Propose a segment of receipt numbers that was given to the city',
    may: [proposing],
    body: schemas.segmentBody,
    reply: { status: 201, schema: schemas.segmentReply },
    refusals: [refused.numbersTaken],
    run: onDemand(async () => (await segments()).proposeSegment),
  }),
  route({
    method: 'POST',
    path: '/payments/receipt-segments/{id}/approve',
    summary: 'Approve a segment, of which receipts are made from now on; somebody else than who proposed it',
    needsVersion: true,
    may: [approving],
    body: noBody,
    reply: aSegment,
    refusals: [refused.segmentMoved, refused.ownSegment],
    run: onDemand(async () => (await segments()).approveSegment),
  }),
  route({
    method: 'POST',
    path: '/payments/receipt-segments/{id}/reject',
    summary: 'Reject a segment; somebody else than who proposed it',
    needsVersion: true,
    may: [approving],
    body: noBody,
    reply: aSegment,
    refusals: [refused.segmentMoved, refused.ownSegment],
    run: onDemand(async () => (await segments()).rejectSegment),
  }),
  route({
    method: 'POST',
    path: '/payments/receipt-segments/{id}/close',
    summary: 'Close a segment: what is left of it is void; somebody else than who proposed it',
    needsVersion: true,
    may: [approving],
    body: noBody,
    reply: aSegment,
    refusals: [refused.segmentMoved, refused.ownSegment],
    run: onDemand(async () => (await segments()).closeSegment),
  }),
];
