import * as z from 'zod';
import { once } from '#shared/once';
import { namedAccount } from '../exception/wish.ts';
import { account } from '../refund/refund.ts';
import { suspenseState } from './graph.ts';

/** Where it comes from: a difference with a channel's statement, a till in which there was too much (长款), a credit of the bank. */
export const suspenseOrigin = once(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('exception'), id: z.string(), number: z.string(), day: z.string() }),
    z.object({ kind: z.literal('shift'), id: z.string(), day: z.string() }),
    z.object({ kind: z.literal('bank'), id: z.string(), number: z.string(), day: z.string() }),
  ]),
);

const why = () => ({ reason: z.string().trim().min(1).max(500) });

/** What one person proposes and another decides. */
export const suspenseWish = once(() =>
  z.discriminatedUnion('action', [
    /** It was meant for these bills of one payer, and is what they ask. */
    z.strictObject({ action: z.literal('pay-bills'), ...why(), billIds: z.array(z.uuid()).min(1).max(20) }),
    /** It is the payees' of these charges. */
    z.strictObject({
      action: z.literal('identify'),
      ...why(),
      lines: z
        .array(z.strictObject({ code: z.string().min(1).max(64), amountFen: z.int().min(1).max(1_000_000_000_000) }))
        .min(1)
        .max(50),
    }),
    /** It goes back the way it came: the charge that has brought it is known. */
    z.strictObject({ action: z.literal('refund'), ...why() }),
    z.strictObject({ action: z.literal('return'), ...why(), account: namedAccount() }),
  ]),
);
export type SuspenseWish = z.infer<ReturnType<typeof suspenseWish>>;

/** 待处理款项: an amount on a suspense account, of which each stands here by itself until it is identified or returned. */
export const suspense = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: suspenseState,
    /** They name the account that it is on. */
    channel: z.string(),
    merchant: z.string(),
    amountFen: z.int().min(1),
    /** What the channel has taken for its service. */
    feeFen: z.int().default(0),
    origin: suspenseOrigin(),
    /** The number of who has taken it, as its papers show it. */
    ref: z.string(),
    /** The charge that has brought it, where it is one of ours: it can go back the way it came. */
    charge: z.object({ orderId: z.uuid(), attempt: z.string() }).optional(),
    since: z.coerce.date(),
    proposal: z.object({ wish: suspenseWish(), by: z.string(), party: z.string(), at: z.coerce.date() }).optional(),
    /** Why the last proposal was not approved, or the bank did not take the transfer. */
    rejection: z.string().optional(),
    account: account().optional(),
    outcome: z
      .object({
        action: z.string(),
        by: z.string(),
        at: z.coerce.date(),
        orderId: z.uuid().optional(),
        refundId: z.uuid().optional(),
        slip: z.string().optional(),
      })
      .optional(),
    timelineHash: z.string(),
  }),
);
export type Suspense = z.infer<ReturnType<typeof suspense>>;
