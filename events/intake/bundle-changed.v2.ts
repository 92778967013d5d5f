import * as z from 'zod';
import { defineEvent } from '#events/event';

export const BundleChangedV2 = defineEvent({
  type: 'intake.bundle-changed.v2',
  concerns: 'person',
  summary:
    'A bundle was handed in, has lost parts because an earlier one was not granted, has a case that the applicant must complete, or is done.',
  data: () =>
    z.object({
      bundleId: z.uuid(),
      bundleKey: z.string(),
      partyId: z.string(),
      state: z.enum(['submitting', 'under-way', 'done']),
      news: z.enum(['submitted', 'to-complete', 'dropped', 'done']).describe('What there is to tell'),
      dropped: z.array(z.string()).describe('Items that will have no case: what they waited for was not granted'),
    }),
});
