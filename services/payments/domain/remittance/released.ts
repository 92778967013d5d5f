import * as z from 'zod';
import { once } from '#shared/once';
import { destination } from '../charge/charge-list.ts';

/** What of it came, and went back, for a payee under a subject, in fen. */
export const releasedLine = once(() =>
  z.object({
    payee: z.string(),
    destination,
    code: z.string(),
    subject: z.string(),
    inFen: z.int(),
    outFen: z.int(),
  }),
);
export type ReleasedLine = z.infer<ReturnType<typeof releasedLine>>;

/**
 * Money that is reconciled, and may be remitted (缴库) or settled (清分): what a run has matched, or what the end of an exception has set
 * right. It is taken into one list, once.
 */
export const released = once(() =>
  z.object({
    /** Where it comes from: a reconciliation's or an exception's id. */
    source: z.string(),
    channel: z.string(),
    merchant: z.string(),
    /** Accounting day of the statement. */
    day: z.string(),
    lines: z.array(releasedLine()),
    /** What the channel has taken for it, in fen. */
    feeFen: z.int(),
  }),
);
export type Released = z.infer<ReturnType<typeof released>>;
