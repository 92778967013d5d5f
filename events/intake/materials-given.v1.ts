import * as z from 'zod';
import { defineEvent } from '#events/event';

export const MaterialsGivenV1 = defineEvent({
  type: 'intake.materials-given.v1',
  concerns: 'none',
  summary: 'Documents of the applicant’s library were given to a case after it was handed in, or in place of others.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      district: z.string(),
      partyId: z.string().describe('The applicant, pseudonymous'),
      materials: z
        .array(z.object({ requirement: z.string(), materialId: z.uuid(), version: z.int().min(1) }))
        .describe('All that the case uses from now on; what a higher sequence tells takes its place'),
    }),
});
