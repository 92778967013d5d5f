import * as z from 'zod';

export const bundleState = z.enum(['draft', 'submitting', 'under-way', 'done', 'withdrawn']);
export type BundleState = z.infer<typeof bundleState>;

/**
 * Where a part stands: it waits for others; its case is being made; its case is open; its case has ended; or it will never
 * have one, because what it waited for was not granted, or because the applicant gave it up before.
 */
export const partState = z.enum(['waiting', 'opening', 'open', 'ended', 'dropped', 'withdrawn']);
