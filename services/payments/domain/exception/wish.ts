import * as z from 'zod';
import { once } from '#shared/once';
import { direction } from '../ledger/clearing-item.ts';

const day = z.iso.date();
const fen = z.int().min(1).max(1_000_000_000_000);

const text = (max: number) => z.string().trim().min(1).max(max);
const why = () => ({ reason: text(500) });
const basis = () => text(200).optional().meta({ description: 'The paper that allows more than the limit' });

/** 收款账户 that a person names for money that cannot go back the way it came. */
export const namedAccount = once(() =>
  z.strictObject({ name: text(100), bank: text(100), number: z.string().regex(/^\d{8,32}$/) }),
);

/** What a line says that a machine cannot read, as a person reads it. */
export const typedRow = once(() =>
  z.strictObject({
    number: z.string().min(1).max(64),
    direction,
    amountFen: fen,
    feeFen: z.int().min(-1_000_000_000).max(1_000_000_000),
  }),
);

/** 差错处理: what may be proposed of a difference, each with what it needs besides. */
export const wish = once(() =>
  z.discriminatedUnion('action', [
    /** 补单: a charge, or refund, of ours is taken in as the statement says. The order is named where the number does not lead to it. */
    z.strictObject({ action: z.literal('complete'), ...why(), orderId: z.uuid().optional() }),
    /** It goes back: the way it came where its order is known, else to this account. */
    z.strictObject({ action: z.literal('refund'), ...why(), account: namedAccount().optional() }),
    z.strictObject({ action: z.literal('suspend'), ...why() }),
    /** What it has put into suspense is taken out again: the statement shows it no more. */
    z.strictObject({ action: z.literal('unsuspend'), ...why() }),
    /** This row is what another exception misses in the statement. */
    z.strictObject({ action: z.literal('link'), ...why(), exceptionId: z.uuid(), basis: basis() }),
    /** 冲销: payees are owed so much less; of all lines where none is named. What went out besides is borne as by a write-off. */
    z.strictObject({
      action: z.literal('reverse'),
      ...why(),
      lines: z
        .array(z.strictObject({ code: z.string().min(1).max(64), amountFen: fen }))
        .min(1)
        .max(50)
        .optional(),
      basis: basis(),
    }),
    /** 调账: the ledger has it under another merchant, day or number. */
    z.strictObject({
      action: z.literal('repost'),
      ...why(),
      merchant: z.string().min(1).max(64).optional(),
      day: day.optional(),
      number: z.string().min(1).max(64).optional(),
    }),
    /** The fee that the agreement asks. */
    z.strictObject({
      action: z.literal('adjust-fee'),
      ...why(),
      feeFen: z.int().min(-1_000_000_000).max(1_000_000_000),
    }),
    z.strictObject({ action: z.literal('carry'), ...why(), until: day }),
    /** Above the limit with the paper that allows it. */
    z.strictObject({ action: z.literal('write-off'), ...why(), basis: basis() }),
    z.strictObject({ action: z.literal('accept'), ...why() }),
    z.strictObject({ action: z.literal('enter-row'), ...why(), row: typedRow(), basis: basis() }),
  ]),
);
export type Wish = z.infer<ReturnType<typeof wish>>;
export type WishAction = Wish['action'];
export type WishOf<Action extends WishAction> = Extract<Wish, { action: Action }>;
