import * as z from 'zod';
import { once } from '#shared/once';

/** What a case is part of: a bundle (一件事), a stage of a project. */
export const partOf = once(() => ({
  bundleId: z.string().optional(),
  projectId: z.string().optional(),
  stage: z.int().optional(),
}));
