import * as z from 'zod';
import { defineEvent } from '#events/event';

export const BundleCaseEndedV1 = defineEvent({
  type: 'intake.bundle-case-ended.v1',
  concerns: 'none',
  summary: 'A case that belongs to a bundle has ended; what waits for its grant opens, or never will.',
  data: () =>
    z.object({
      bundleId: z.uuid(),
      caseId: z.uuid(),
      outcome: z.enum([
        'granted',
        'refused',
        'not-accepted',
        'returned',
        'withdrawn',
        'no-correction',
        'void',
        'forwarded',
      ]),
      createdPartyId: z.string().optional().describe('The party that the grant has created: a company, a child'),
    }),
});
