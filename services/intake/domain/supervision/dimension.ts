import * as z from 'zod';

/** What a summary may be broken down by. */
export const dimension = z.enum(['district', 'department', 'item', 'hall', 'window', 'clerk']);
export type Dimension = z.infer<typeof dimension>;
