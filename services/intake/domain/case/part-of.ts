import * as z from 'zod';
import { once } from '#shared/once';

/** What a case is part of: a bundle (一件事), a stage of a project; and whether its grant creates a party, and which. */
export const partOf = once(() => ({
  bundleId: z.string().optional(),
  projectId: z.string().optional(),
  stage: z.int().optional(),
  /** Who applied for it in a bundle before its party existed; he answers for it beside that. */
  heldBy: z.string().optional(),
  creates: z.literal('party').optional(),
  createdPartyId: z.string().optional(),
}));
