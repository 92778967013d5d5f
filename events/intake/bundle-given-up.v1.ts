import * as z from 'zod';
import { defineEvent } from '#events/event';

export const BundleGivenUpV1 = defineEvent({
  type: 'intake.bundle-given-up.v1',
  concerns: 'none',
  summary:
    'A bundle that was handed in is given up, and a case of it is open; intake withdraws one with each of these facts, and tells itself of the next.',
  data: () => z.object({ bundleId: z.uuid() }),
});
