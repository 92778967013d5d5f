import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { deliveryState } from '../domain/notice/graph.ts';
import { proof, taskFailure, taskWay } from '../domain/notice/notice.ts';
import { channelKey, noticeKind } from '../domain/template/template.ts';

const at = z.iso.datetime();

export const receiptsQuery = once(() =>
  z.object({
    key: z
      .string()
      .max(200)
      .default('')
      .meta({ description: 'The secret that ends the address which the provider was given' }),
  }),
);
export const receiptsReply = once(() =>
  z
    .object({
      code: z.int().optional().meta({ description: 'For Aliyun: 0, taken in' }),
      msg: z.string().optional(),
      result: z.int().optional().meta({ description: 'For Tencent: 0, taken in' }),
      errmsg: z.string().optional(),
    })
    .meta({ id: 'ReceiptsTaken' }),
);

export const tasksQuery = once(() => z.object({ ...pageQuery(), district: z.string().max(32).optional() }));
const task = once(() =>
  z
    .object({
      id: z.uuid(),
      district: z.string(),
      caseId: z.uuid().optional(),
      partyId: z.string(),
      message: z.string(),
      since: at.meta({ description: 'Since when it waits for staff' }),
      text: z.string().meta({ description: 'What is to be told, in the language of the request' }),
      actions: z.array(z.enum(['done', 'failed'])),
    })
    .meta({ id: 'NoticeTask' }),
);
export const tasksPage = once(() => pageOf(task()).meta({ id: 'NoticeTaskPage' }));
export const taskDoneBody = once(() =>
  z.strictObject({ how: taskWay, at: z.iso.datetime({ offset: true }).optional() }).meta({ id: 'NoticeTaskDone' }),
);
export const taskFailedBody = once(() => z.strictObject({ why: taskFailure }).meta({ id: 'NoticeTaskFailed' }));
export const noticeActed = once(() =>
  z
    .object({ id: z.uuid(), status: deliveryState, version: z.int(), actions: z.array(z.string()) })
    .meta({ id: 'NoticeActed' }),
);

const share = z.record(z.string(), z.int());
export const providersReply = once(() =>
  z
    .object({
      shares: share.meta({ description: 'Of a hundred messages each provider of SMS sends so many' }),
      rest: share.meta({ description: 'To which they go back by themselves' }),
      changedAt: at.optional(),
      quarter: z
        .record(z.string(), z.object({ asked: z.int(), errors: z.int(), slow: z.int() }))
        .meta({ description: 'What each has done in the last fifteen minutes' }),
      history: z.array(
        z.object({ at, why: z.enum(['errors', 'slow', 'back-to-rest']), from: z.string(), shares: share }),
      ),
    })
    .meta({ id: 'SmsProviders' }),
);

const shownDelivery = z.object({
  n: z.int(),
  channel: channelKey,
  provider: z.string().optional(),
  status: deliveryState,
  tries: z.int(),
  confirmed: z.boolean().meta({ description: 'Whether it went to an address that is confirmed for official papers' }),
  how: taskWay.optional(),
  sentAt: at.optional(),
  deliveredAt: at.optional(),
  readAt: at.optional(),
  failure: z.string().optional(),
});
export const proofReply = once(() =>
  z
    .object({
      id: z.uuid(),
      version: z.int(),
      caseId: z.uuid().optional(),
      district: z.string(),
      message: z.string(),
      kind: noticeKind,
      statutory: z.boolean(),
      template: z.object({ key: z.string(), edition: z.string() }),
      text: z.string().meta({ description: 'What was told, in the language of the request' }),
      createdAt: at,
      deliveries: z.array(shownDelivery),
      readAt: at.optional(),
      proved: proof()
        .extend({ at })
        .optional()
        .meta({ description: 'How far it has come, and whether that counts as served' }),
      timeline: z.array(
        z.object({
          at,
          act: z.string(),
          n: z.int().optional(),
          office: z.string(),
          prevHash: z.string(),
        }),
      ),
      timelineHash: z.string(),
    })
    .meta({ id: 'NoticeProof' }),
);
