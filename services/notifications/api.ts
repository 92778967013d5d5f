import * as z from 'zod';
import { applicant, staff } from '#shared/access';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { problems } from '#shared/problem';
import { route, type Route } from '#shared/route';
import type { NotificationsDeps } from './deps.ts';
import { toldRoles } from './domain/post-line.ts';
import { readInbox } from './functions/read-inbox.ts';
import { contactRoutes } from './routes/contact.ts';
import { editionRoutes } from './routes/edition.ts';
import { sendingRoutes } from './routes/sending.ts';

const inboxLine = once(() =>
  z
    .object({
      id: z.uuid(),
      at: z.iso.datetime(),
      caseId: z.uuid().optional(),
      itemKey: z.string().optional(),
      bundleId: z.uuid().optional().meta({ description: 'Where it is about a bundle as a whole' }),
      bundleKey: z.string().optional(),
      materialId: z.uuid().optional().meta({ description: 'Where it is about a document or a licence' }),
      refundId: z.uuid().optional().meta({ description: 'Where it is about money that goes back' }),
      receiptId: z.uuid().optional(),
      authorityId: z.uuid().optional().meta({ description: 'Where it is about who may act for whom' }),
      amountFen: z.int().optional().meta({ description: 'What is to be paid, was paid, or goes back' }),
      district: z.string(),
      post: z.enum(toldRoles).optional().meta({ description: 'For staff: the post that is told' }),
      department: z.string().optional().meta({ description: 'For staff: the department that is late' }),
      dueAt: z.iso.datetime().optional().meta({
        description:
          'For staff: the limit that has passed; else when what is about to end ends, or until when it is to be paid',
      }),
      task: z.int().optional().meta({ description: 'For staff: the step that is late' }),
      message: z.string().meta({ description: 'Stable code of what is told' }),
      text: z.string().meta({ description: 'The same in the language of the request' }),
      noticeId: z
        .uuid()
        .optional()
        .meta({ description: 'Where other ways tell it as well: the notice, with its proof' }),
    })
    .meta({ id: 'InboxLine' }),
);

const inboxQuery = once(() => z.object(pageQuery()));
const inboxPage = once(() => pageOf(inboxLine()).meta({ id: 'InboxPage' }));

/** The routes of notifications. */
export const routes: readonly Route<NotificationsDeps>[] = [
  route({
    method: 'GET',
    path: '/notifications/inbox',
    summary:
      "The caller's inbox, newest first: one line for each fact that concerns him, or the posts of head and supervisor that he holds",
    may: [applicant(1), staff('any-district', ...toldRoles)],
    query: inboxQuery,
    reply: { status: 200, schema: inboxPage },
    refusals: [problems.invalidCursor],
    run: readInbox,
  }),
  ...contactRoutes,
  ...editionRoutes,
  ...sendingRoutes,
];
