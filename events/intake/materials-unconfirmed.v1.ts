import * as z from 'zod';
import { defineEvent } from '#events/event';

export const MaterialsUnconfirmedV1 = defineEvent({
  type: 'intake.materials-unconfirmed.v1',
  concerns: 'person',
  summary: 'Documents that an applicant gave to his case were refused, or nobody has confirmed them in time.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      partyId: z.string().describe('The applicant, pseudonymous'),
      materials: z
        .array(
          z.object({
            requirement: z.string().describe("Of the item's list"),
            why: z
              .enum(['no-answer', 'unknown', 'not-at-hand', 'not-in-force', 'other-kind'])
              .describe('`no-answer`: nothing was heard of it for a quarter of an hour'),
          }),
        )
        .min(1),
    }),
});
