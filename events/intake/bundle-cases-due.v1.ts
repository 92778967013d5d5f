import * as z from 'zod';
import { defineEvent } from '#events/event';

export const BundleCasesDueV1 = defineEvent({
  type: 'intake.bundle-cases-due.v1',
  concerns: 'none',
  summary: 'A bundle has a case to be made; intake makes one with each of these facts, and tells itself of the next.',
  data: () => z.object({ bundleId: z.uuid() }),
});
