import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { NotificationsDeps } from '../deps.ts';
import * as refused from '../problems/batch.ts';
import * as batch from '../schemas/batch.ts';

// Who writes the texts of a district tells many by them, and who publishes those lets a batch go.
const editor = staff('any-district', 'catalogue-editor');
const publisher = staff('any-district', 'catalogue-publisher');
const both = staff('any-district', 'catalogue-editor', 'catalogue-publisher');
const acts = async () => import('../functions/batch/act-on-batch.ts');
const reads = async () => import('../functions/batch/read-batches.ts');

/** 批量通知: one template told to many, made by one person and let go by another. */
export const batchRoutes: readonly Route<NotificationsDeps>[] = [
  route({
    method: 'GET',
    path: '/notifications/batches',
    summary: 'List the batches of a district, newest first',
    may: [both],
    query: batch.batchQuery,
    reply: { status: 200, schema: batch.batchPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reads()).listBatches),
  }),
  route({
    method: 'POST',
    path: '/notifications/batches',
    summary:
      'Make a batch: of the rows of this request, all of them checked before it is answered, or of a file that is sent to the address in the reply',
    may: [editor],
    body: batch.batchBody,
    reply: { status: 201, schema: batch.batchActed },
    refusals: [refused.sendAtPast, refused.sendAtFar],
    run: onDemand(async () => (await import('../functions/batch/make-batch.ts')).makeBatch),
  }),
  route({
    method: 'GET',
    path: '/notifications/batches/{id}/progress',
    summary: 'Read a batch: where it stands, how many of its rows stand where, and the first faults of its file',
    may: [both],
    reply: { status: 200, schema: batch.batchReply },
    run: onDemand(async () => (await reads()).showBatch),
  }),
  route({
    method: 'GET',
    path: '/notifications/batches/{id}/faults',
    summary: 'Get an address, for a minute, at which all faults of a file are read: line, column, code',
    may: [both],
    reply: { status: 200, schema: batch.faultsAddress },
    run: onDemand(async () => (await reads()).getFaultsAddress),
  }),
  route({
    method: 'POST',
    path: '/notifications/batches/{id}/confirm',
    summary: 'Say that the file is sent: it is read as a whole if it is the one that was declared',
    may: [editor],
    body: noBody,
    reply: { status: 200, schema: batch.batchActed },
    refusals: [refused.fileNotSent, refused.fileDiffers, refused.batchOver],
    run: onDemand(async () => (await acts()).confirmBatch),
  }),
  route({
    method: 'POST',
    path: '/notifications/batches/{id}/approve',
    summary: 'Let a batch go, at its time or at once; somebody else than who made it',
    may: [publisher],
    body: noBody,
    needsVersion: true,
    reply: { status: 200, schema: batch.batchActed },
    refusals: [problems.versionStale, refused.ownBatch, refused.templateOver, refused.batchOver],
    run: onDemand(async () => (await acts()).approveBatch),
  }),
  route({
    method: 'POST',
    path: '/notifications/batches/{id}/pause',
    summary: 'Stop a batch for the time being: no more than two hundred notices still go out',
    may: [both],
    body: noBody,
    needsVersion: true,
    reply: { status: 200, schema: batch.batchActed },
    refusals: [problems.versionStale, refused.batchOver],
    run: onDemand(async () => (await acts()).pauseBatch),
  }),
  route({
    method: 'POST',
    path: '/notifications/batches/{id}/resume',
    summary: 'Let a paused batch go on where it was',
    may: [both],
    body: noBody,
    needsVersion: true,
    reply: { status: 200, schema: batch.batchActed },
    refusals: [problems.versionStale, refused.batchOver],
    run: onDemand(async () => (await acts()).resumeBatch),
  }),
  route({
    method: 'POST',
    path: '/notifications/batches/{id}/cancel',
    summary: 'End a batch: what is not with a provider yet is not sent, and its rows are removed',
    may: [both],
    body: noBody,
    needsVersion: true,
    reply: { status: 200, schema: batch.batchActed },
    refusals: [problems.versionStale, refused.batchOver],
    run: onDemand(async () => (await acts()).cancelBatch),
  }),
];
