import * as z from 'zod';
import { once } from '#shared/once';

/** A document of the applicant's library, at one version, for a line of his item's list. */
export const given = once(() =>
  z.strictObject({
    requirement: z.string().min(1).max(64),
    materialId: z.uuid(),
    version: z.int().min(1).max(999),
  }),
);
export type Given = z.infer<ReturnType<typeof given>>;

/** As the library is told of it: a result of an earlier part of a bundle may not have come to it yet. */
export type Told = Given & { result?: true };

/** One case uses no more: all of them are told in one fact, which has 8 KB. */
export const mostGiven = 30;
