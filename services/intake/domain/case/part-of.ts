import * as z from 'zod';
import { once } from '#shared/once';
import { audience } from '../catalogue/audience.ts';
import { jointCase } from './joint-case.ts';

/** What its party is, and what a case is part of: a bundle (一件事), a stage of a project; and whether its grant creates a party, and which. */
export const partOf = once(() => ({
  /** 服务对象: what the party is, as far as it is known; items for others are not for it. */
  appliesAs: z.array(audience).optional(),
  bundleId: z.string().optional(),
  projectId: z.string().optional(),
  stage: z.int().optional(),
  /** Of a stage that is accepted as a whole. */
  joint: jointCase().optional(),
  /** Who applied for it in a bundle before its party existed; he answers for it beside that. */
  heldBy: z.string().optional(),
  creates: z.literal('party').optional(),
  createdPartyId: z.string().optional(),
}));
