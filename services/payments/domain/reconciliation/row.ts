import * as z from 'zod';
import { once } from '#shared/once';
import { direction } from '../ledger/clearing-item.ts';

/** How a channel says a row ended; anything but `done` in a row that we have booked is a difference. */
const rowStatus = z.enum(['done', 'pending', 'failed', 'closed']);

/**
 * A row of a statement in our own terms, whichever file it stood in. Amounts in fen, as integers. `number` is ours where the channel
 * repeats it (商户订单号; of a refund 商户退款单号), else the channel's own.
 */
export const statementRow = once(() =>
  z.object({
    /** Its line in the file as received, from 1. */
    line: z.int().min(1),
    direction,
    number: z.string().min(1).max(128),
    /** Of a refund: the number of the charge that it is of. */
    ofNumber: z.string().optional(),
    ref: z.string(),
    /** The merchant's number at the channel, as the row says it. */
    merchantNumber: z.string(),
    amountFen: z.int(),
    /** 手续费; below zero where a refund gives it back. */
    feeFen: z.int(),
    currency: z.string(),
    status: rowStatus,
    /** The channel's time, as an instant. */
    at: z.coerce.date(),
    /** Of a row of a bank: which channel has paid, of which accounting day, or for which number of ours, as far as the bank says it. */
    about: z
      .object({ channel: z.string().optional(), day: z.string().optional(), number: z.string().optional() })
      .optional(),
  }),
);
export type StatementRow = z.infer<ReturnType<typeof statementRow>>;

/** A line that cannot be read: it stops no other. */
export interface BadLine {
  line: number;
  /** Which column, and what is wrong with it; never the content of one that may name a person. */
  why: string;
}

/** What the file says of itself, in its last lines; absent where its format has no such lines. */
export const fileTotals = once(() =>
  z.object({ rows: z.int(), inFen: z.int().optional(), outFen: z.int().optional(), feeFen: z.int().optional() }),
);
export type FileTotals = z.infer<ReturnType<typeof fileTotals>>;

/**
 * What a reader of a format gives, line by line, in the order of the file, with the `day` that the file says it is of and, last, its
 * `totals`, where its format has them.
 */
export type Read = { day: string } | { row: StatementRow } | { bad: BadLine } | { totals: FileTotals };
