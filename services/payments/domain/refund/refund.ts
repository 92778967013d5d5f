import * as z from 'zod';
import { once } from '#shared/once';
import { destination } from '../charge/charge-list.ts';
import { nameCheck } from './account-name.ts';
import { refundState } from './graph.ts';

/** What goes back of one fee line, in fen. */
export const backLine = once(() =>
  z.object({
    code: z.string(),
    payee: z.string(),
    destination,
    /** Absent in refunds of before statements were read. */
    subject: z.string().default(''),
    amountFen: z.int().min(1),
  }),
);
export type BackLine = z.infer<ReturnType<typeof backLine>>;

/** 收款账户: where money goes that cannot go back the way it came. Of the payer's own name. */
export const account = once(() => z.object({ name: z.string(), bank: z.string(), number: z.string() }));
export type Account = z.infer<ReturnType<typeof account>>;

/** 退款: money of one charge that goes back to who paid it; its id is, without the dashes, its number at the channel for good. */
export const refund = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: refundState,
    /** Of a bill's lines, or of what nobody's bill took. */
    of: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('lines'), billId: z.uuid(), lines: z.array(backLine()).min(1) }),
      z.object({ kind: z.literal('surplus') }),
    ]),
    orderId: z.uuid(),
    /** The attempt that took the money, and the merchant whose share it was. */
    attempt: z.string(),
    channel: z.string(),
    merchant: z.string(),
    payer: z.string(),
    amountFen: z.int().min(1),
    paidAt: z.coerce.date(),
    /** Why: a code of the act that led here, or what finance wrote. Never part of a fact. */
    reason: z.string(),
    /** Who took the step that another must approve. */
    proposedBy: z.string(),
    proposedParty: z.string().optional(),
    approvedBy: z.string().optional(),
    approvedParty: z.string().optional(),
    /** Why the last step was not approved. */
    rejection: z.string().optional(),
    /** How often the channel has been asked, and when it is next. */
    asked: z.int().min(0),
    askAt: z.coerce.date().optional(),
    stuckBy: z.enum(['account', 'too-late', 'other']).optional(),
    account: account().optional(),
    /** Whether that account has the payer's name, and why it is the right one though it has another, as who approved it wrote. */
    accountName: nameCheck.optional(),
    difference: z.string().optional(),
    /** 退付: the unit (执收单位) whose revenue it was, who verified it there, and since when the step that is next waits. */
    unit: z.object({ district: z.string(), department: z.string() }).optional(),
    verifiedBy: z.string().optional(),
    verifiedParty: z.string().optional(),
    waitsSince: z.coerce.date().optional(),
    /** 冲销: since when the collector that has booked it is asked to undo that, when it has, and its number for it. Absent: nothing is booked. */
    undo: z
      .object({ since: z.coerce.date(), doneAt: z.coerce.date().optional(), ref: z.string().optional() })
      .optional(),
    /** What proves that it is back: the channel's number, or the slip of the transfer. */
    done: z.object({ proof: z.string(), at: z.coerce.date() }).optional(),
    createdAt: z.coerce.date(),
    timelineHash: z.string(),
  }),
);
export type Refund = z.infer<ReturnType<typeof refund>>;

/** Its number at the channel (商户退款单号): the same however often it is sent, since another one would pay twice. */
export const numberOf = ({ id }: Pick<Refund, 'id'>): string => id.replaceAll('-', '');

/** The id of a refund by its number at the channel. */
export const idOf = (number: string): string => number.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A channel gives money back the way it came for a year (365 days). */
const returnableMs = 365 * 86_400_000;
export const canReturn = ({ paidAt }: Pick<Refund, 'paidAt'>, at: Date): boolean =>
  at.getTime() - paidAt.getTime() <= returnableMs;
