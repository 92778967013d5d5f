import * as z from 'zod';
import { defineEvent } from '#events/event';

export const DisputeChangedV1 = defineEvent({
  type: 'materials.dispute-changed.v1',
  concerns: 'person',
  summary: 'A party disputes what a provider has shared of it, or has its answer.',
  data: () =>
    z.object({
      disputeId: z.uuid(),
      partyId: z.string().describe('Whose record it is, pseudonymous'),
      resource: z.string().describe('Of the catalogue of shared resources'),
      caseId: z.uuid().describe('The case for which the record was fetched'),
      requirement: z.string().describe('The line of its list'),
      state: z.enum(['open', 'corrected', 'kept', 'withdrawn']),
      itemKey: z.string().optional().describe('The item of that case'),
      provider: z
        .object({ district: z.string(), department: z.string() })
        .optional()
        .describe('Who holds the register, and answers'),
      answerBy: z.iso.date().optional().describe('While it is open: the last day on which its provider is in time'),
      late: z.literal(true).optional().describe('Its provider has let that day pass'),
    }),
});
