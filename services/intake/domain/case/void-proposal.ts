import * as z from 'zod';
import { once } from '#shared/once';

export const voidGround = z.enum(['duplicate', 'clerical']);

/** Why an accepted case is to be made void, and who proposes it; a head, another person, does it. */
export const voidProposal = once(() =>
  z.object({
    by: z.string(),
    /** The person behind the account. */
    byParty: z.string().optional(),
    at: z.coerce.date(),
    ground: voidGround,
    duplicateOf: z.string().optional(),
    why: z.string(),
  }),
);
