import * as z from 'zod';
import { once } from '#shared/once';
import { specialProcedure } from '../catalogue/item.ts';

/** A time in which the office's days are not counted, and why. */
export const pause = once(() =>
  z.object({
    kind: z.union([specialProcedure, z.literal('supplement')]),
    from: z.coerce.date(),
    until: z.coerce.date().optional(),
    why: z.string(),
  }),
);
export type Pause = z.infer<ReturnType<typeof pause>>;
