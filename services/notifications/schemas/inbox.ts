import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { toldRoles } from '../domain/post-line.ts';

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
      consultationId: z.uuid().optional().meta({ description: 'Where it is about what the party has asked' }),
      problemId: z.uuid().optional().meta({ description: 'Where it is about what holds a project up' }),
      projectId: z.uuid().optional().meta({ description: 'Where it is about a project as a whole' }),
      reviewId: z.uuid().optional().meta({ description: 'Where it is about a joint review of drawings' }),
      visitId: z.uuid().optional().meta({ description: 'Where it is about a joint inspection' }),
      batchId: z.uuid().optional().meta({ description: 'Where many were told the same' }),
      amountFen: z.int().optional().meta({ description: 'What is to be paid, was paid, or goes back' }),
      district: z.string(),
      post: z.enum(toldRoles).optional().meta({ description: 'For staff: the post that is told' }),
      department: z.string().optional().meta({ description: 'For staff: the department that is late' }),
      dueAt: z.iso.datetime().optional().meta({
        description:
          'For staff: the limit that has passed; else when what is about to end ends, or until when it is to be paid',
      }),
      task: z.int().optional().meta({ description: 'For staff: the step that is late' }),
      read: z.boolean().meta({ description: 'Somebody whose inbox it is has opened it, or has read all' }),
      readAt: z.iso.datetime().optional(),
      link: z
        .string()
        .optional()
        .meta({ description: 'What it is about: a path below the base of the set that `district` names' }),
      message: z.string().meta({ description: 'Stable code of what is told' }),
      text: z.string().meta({ description: 'The same in the language of the request' }),
      noticeId: z
        .uuid()
        .optional()
        .meta({ description: 'Where other ways tell it as well: the notice, with its proof' }),
    })
    .meta({ id: 'InboxLine' }),
);

export const inboxQuery = once(() =>
  z.object({
    ...pageQuery(),
    unread: z
      .stringbool({ truthy: ['true'], falsy: ['false'] })
      .optional()
      .meta({ description: 'Only those that nobody has read' }),
  }),
);
export const inboxPage = once(() => pageOf(inboxLine()).meta({ id: 'InboxPage' }));

export const unreadCount = once(() =>
  z
    .object({
      count: z.int().min(0).max(99),
      more: z.boolean().meta({ description: 'There are more than are counted' }),
    })
    .meta({ id: 'UnreadCount' }),
);
export const lineRead = once(() => z.object({ id: z.uuid(), status: z.literal('read') }).meta({ id: 'LineRead' }));
export const allRead = once(() =>
  z
    .object({
      status: z.literal('read'),
      more: z.boolean().meta({ description: 'There were more than one request marks: ask again' }),
    })
    .meta({ id: 'AllRead' }),
);
