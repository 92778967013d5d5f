import * as z from 'zod';

/** Where an adjustment stands; apart from the rest, because a list's query names it. */
export const adjustmentState = z.enum(['proposed', 'approved', 'rejected', 'ended']);
export type AdjustmentState = z.infer<typeof adjustmentState>;
