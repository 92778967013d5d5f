import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { NotificationsDeps } from '../deps.ts';
import { toldRoles } from '../domain/post-line.ts';
import { readInbox } from '../functions/inbox/read-inbox.ts';
import * as inbox from '../schemas/inbox.ts';

const may = [applicant(1), staff('any-district', ...toldRoles)];

/** 收件箱: what was told to the caller, or to the posts that he holds today; for twelve months. */
export const inboxRoutes: readonly Route<NotificationsDeps>[] = [
  route({
    method: 'GET',
    path: '/notifications/inbox',
    summary:
      "The caller's inbox, newest first: one line for each fact that concerns him, or the posts of approver, head and supervisor that he holds",
    may,
    query: inbox.inboxQuery,
    reply: { status: 200, schema: inbox.inboxPage },
    refusals: [problems.invalidCursor],
    run: readInbox,
  }),
  route({
    method: 'GET',
    path: '/notifications/inbox/unread-count',
    summary: 'How many lines of the inbox nobody has read, counted to 99',
    may,
    reply: { status: 200, schema: inbox.unreadCount },
    run: onDemand(async () => (await import('../functions/inbox/count-unread.ts')).unreadCount),
  }),
  route({
    method: 'POST',
    path: '/notifications/inbox/{id}/read',
    summary: 'Say that a line was read; a notice that must be told by law counts as read from then on',
    may,
    body: noBody,
    reply: { status: 200, schema: inbox.lineRead },
    run: onDemand(async () => (await import('../functions/inbox/mark-read.ts')).markRead),
  }),
  route({
    method: 'POST',
    path: '/notifications/inbox/read-all',
    summary: 'Say that all lines were seen, some hundred at a time; of what must be told by law that proves nothing',
    may,
    body: noBody,
    reply: { status: 200, schema: inbox.allRead },
    run: onDemand(async () => (await import('../functions/inbox/mark-read.ts')).markAllRead),
  }),
];
