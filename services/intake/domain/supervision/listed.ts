import * as z from 'zod';
import { once } from '#shared/once';
import { warning } from './warning.ts';

/** A case whose promised limit has passed. */
export const overdueLine = once(() =>
  z.object({
    caseId: z.string(),
    itemKey: z.string(),
    number: z.string().optional(),
    department: z.string(),
    /** Absent where its time runs from receipt and nobody has accepted it. */
    acceptedAt: z.string().optional(),
    dueAt: z.string(),
    provisional: z.boolean(),
  }),
);
export type OverdueLine = z.infer<ReturnType<typeof overdueLine>>;

/** A warning as its readers find it. */
export const warningLine = once(() =>
  warning().extend({
    caseId: z.string(),
    itemKey: z.string(),
    number: z.string().optional(),
    at: z.string(),
    dueAt: z.string(),
  }),
);
export type WarningLine = z.infer<ReturnType<typeof warningLine>>;
