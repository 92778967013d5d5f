import * as z from 'zod';
import { once } from '#shared/once';
import { destination } from '../charge/charge-list.ts';

/** What of an item is for which payee, under which subject code (收入分类科目). Below zero in a correction. */
export const clearingLine = once(() =>
  z.object({
    payee: z.string(),
    destination,
    code: z.string(),
    /** Empty only of what was paid before subjects were kept with orders. */
    subject: z.string(),
    amountFen: z.int(),
  }),
);
export type ClearingLine = z.infer<ReturnType<typeof clearingLine>>;

/** `in`: the channel has taken it. `out`: it has given it back. */
export const direction = z.enum(['in', 'out']);
export type Direction = z.infer<typeof direction>;

/**
 * 待清算明细: what an entry moves on a clearing account under one number of the channel, as the channel's statement must show it. A
 * correction is another item of the same number, below zero where it takes back: what a statement row is held against is the sum of all
 * of one number and direction.
 */
export const clearingItem = once(() =>
  z.object({
    channel: z.string(),
    merchant: z.string(),
    /** The channel's own accounting day, yyyy-mm-dd: that of the statement that must show it. */
    day: z.string(),
    /** 商户订单号 of the part, or 商户退款单号. */
    number: z.string().min(1).max(128),
    direction,
    amountFen: z.int(),
    /** The channel's own number, where it is known. */
    ref: z.string(),
    /** None where it is nobody's yet. */
    lines: z.array(clearingLine()),
  }),
);
export type ClearingItem = z.infer<ReturnType<typeof clearingItem>>;

/** In how many partitions the items of a day lie, and its statement is matched. */
export const clearingShards = 16;

/** The partition of a number. The parts of one combined charge, whose numbers differ in their last two characters alone, lie together. */
export function shardOf(number: string): number {
  let hash = 0;
  for (const one of number.slice(0, 12)) hash = (hash * 31 + (one.codePointAt(0) ?? 0)) % 65_521;
  return hash % clearingShards;
}

/** What an item adds to its clearing account, in fen: what a channel has given back, it holds no more. */
export const movedBy = ({ direction: way, amountFen }: Pick<ClearingItem, 'direction' | 'amountFen'>): number =>
  way === 'in' ? amountFen : -amountFen;
