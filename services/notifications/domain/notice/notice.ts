import * as z from 'zod';
import { once } from '#shared/once';
import { channelKey, noticeKind } from '../template/template.ts';
import { deliveryState } from './graph.ts';

/** How staff reach somebody: by letter (邮寄), by telephone, in person (直接送达). */
export const taskWay = z.enum(['letter', 'telephone', 'in-person']);
/** Why they could not. */
export const taskFailure = z.enum(['nobody-there', 'refused', 'moved']);

/** One try to reach somebody on one channel. Its reference is what the provider knows it by, for good. */
export const delivery = once(() =>
  z.object({
    channel: channelKey.exclude(['inbox']),
    /** `<notice>.<n>`: the same however often it is sent. */
    reference: z.string(),
    state: deliveryState,
    provider: z.string().optional(),
    /** Those that have not taken it in this round. */
    away: z.array(z.string()).optional(),
    /** When its provider was last asked to send it. */
    askedAt: z.coerce.date().optional(),
    /** The provider's own id of it. */
    providerRef: z.string().optional(),
    tries: z.int().min(0),
    /** From when on it was wanted to be sent: what it waits is counted from then. */
    wantedAt: z.coerce.date().optional(),
    /** When the sender was told of it, and when it first began. */
    queuedAt: z.coerce.date().optional(),
    begunAt: z.coerce.date().optional(),
    /** When it is tried again, given up, or falls to the next channel. */
    dueAt: z.coerce.date().optional(),
    sentAt: z.coerce.date().optional(),
    deliveredAt: z.coerce.date().optional(),
    readAt: z.coerce.date().optional(),
    /** The provider's code for why not; never its text. */
    failure: z.string().max(64).optional(),
    /** Of a task: how staff have told him. */
    how: taskWay.optional(),
    /** 送达地址确认书: it went to an address that is confirmed for official papers. */
    confirmed: z.boolean().optional(),
  }),
);
export type Delivery = z.infer<ReturnType<typeof delivery>>;

/** How far a statutory notice has come, and whether that counts as served. */
export const proof = once(() =>
  z.object({
    step: z.enum(['sent', 'delivered', 'read']),
    channel: channelKey,
    at: z.coerce.date(),
    counts: z.boolean(),
  }),
);
export type Proof = z.infer<ReturnType<typeof proof>>;

/** 通知: what one party is told of one fact. No address and no name stands in it: those are looked up when it is sent. */
export const notice = once(() =>
  z.object({
    /** Made of the fact's id and the party, so that a fact that comes twice is one notice. */
    id: z.uuid(),
    version: z.int().min(1),
    partyId: z.string(),
    message: z.string(),
    kind: noticeKind,
    statutory: z.boolean(),
    urgent: z.boolean(),
    /** Which version of which template says it, kept so that the proof can show what was said. */
    template: z.object({ key: z.string(), edition: z.string() }),
    /** What stands for the names in the template; ids, days and amounts, nothing personal. */
    values: z.record(z.string(), z.string()),
    district: z.string(),
    caseId: z.string().optional(),
    batchId: z.string().optional(),
    /** Channels that are left to try, in order, and after how many unread working days. */
    next: z.array(channelKey.exclude(['inbox'])),
    unreadDays: z.int().optional(),
    deliveries: z.array(delivery()).max(20),
    /** Not before this moment: a time that was asked for, or the end of quiet hours. */
    sendAt: z.coerce.date(),
    createdAt: z.coerce.date(),
    /** When it was first read, wherever. */
    readAt: z.coerce.date().optional(),
    /** Of a statutory one: by which step it counts as delivered, and when. */
    proved: proof().optional(),
    timelineHash: z.string(),
  }),
);
export type Notice = z.infer<ReturnType<typeof notice>>;
