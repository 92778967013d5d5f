import { anyone, applicant, staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { NotificationsDeps } from '../deps.ts';
import { receiptNotBelieved, taskDone, toldOutOfTime } from '../problems/sending.ts';
import * as schemas from '../schemas/sending.ts';

/** 送达: what has become of notices, what staff must tell in person, and who sends. */
export const sendingRoutes: readonly Route<NotificationsDeps>[] = [
  route({
    method: 'POST',
    path: '/notifications/public/receipts/{provider}',
    summary:
      'Take in what a provider says of deliveries, in its own form; what is not proved to come from it is refused',
    may: [anyone],
    params: { provider: /^[a-z]{1,16}$/ },
    foreign: true,
    query: schemas.receiptsQuery,
    reply: { status: 200, schema: schemas.receiptsReply },
    refusals: [receiptNotBelieved, problems.notFound],
    run: onDemand(async () => (await import('../functions/receipt/take-receipts.ts')).takeReceipts),
  }),
  route({
    method: 'GET',
    path: '/notifications/tasks',
    summary:
      'Whom staff must tell by letter, by telephone or in person, in the districts of their posts, the oldest first',
    may: [staff('any-district', 'window', 'community')],
    query: schemas.tasksQuery,
    reply: { status: 200, schema: schemas.tasksPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/task/list-tasks.ts')).listTasks),
  }),
  route({
    method: 'POST',
    path: '/notifications/tasks/{id}/done',
    summary: 'Record that somebody was told, how and when: from then on it counts as served',
    may: [staff('any-district', 'window', 'community')],
    body: schemas.taskDoneBody,
    reply: { status: 200, schema: schemas.noticeActed },
    refusals: [toldOutOfTime, taskDone, problems.notFound],
    run: onDemand(async () => (await import('../functions/task/end-task.ts')).completeTask),
  }),
  route({
    method: 'POST',
    path: '/notifications/tasks/{id}/failed',
    summary: 'Record that nobody could be told, and why',
    may: [staff('any-district', 'window', 'community')],
    body: schemas.taskFailedBody,
    reply: { status: 200, schema: schemas.noticeActed },
    refusals: [taskDone, problems.notFound],
    run: onDemand(async () => (await import('../functions/task/end-task.ts')).failTask),
  }),
  route({
    method: 'GET',
    path: '/notifications/providers',
    summary: 'How messages are shared among the providers of SMS, how these do, and why shares were changed',
    may: [staff('any-district', 'system-admin', 'supervisor')],
    reply: { status: 200, schema: schemas.providersReply },
    run: onDemand(async () => (await import('../functions/provider/show-providers.ts')).showProviders),
  }),
  route({
    method: 'GET',
    path: '/notifications/{id}/proof',
    summary: 'What proves a notice: what was said, by which ways, when it was sent, delivered and read',
    may: [applicant(1), staff('any-district', 'window', 'community', 'approver', 'head', 'supervisor')],
    reply: { status: 200, schema: schemas.proofReply },
    refusals: [problems.notFound],
    run: onDemand(async () => (await import('../functions/notice/show-proof.ts')).showProof),
  }),
];
