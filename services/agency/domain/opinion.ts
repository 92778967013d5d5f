import * as z from 'zod';
import { once } from '#shared/once';

/** The one opinion that stands for all departments: of drawings (多图联审), of an inspection (联合验收). */
export const opinion = once(() =>
  z.object({
    outcome: z.enum(['passed', 'failed']),
    at: z.coerce.date(),
    reasons: z.string().optional(),
    material: z.object({ materialId: z.uuid(), version: z.int() }).optional(),
  }),
);
