import * as z from 'zod';
import { defineEvent } from '#events/event';

export const ObjectionAnsweredV1 = defineEvent({
  type: 'intake.objection-answered.v1',
  concerns: 'person',
  summary: 'An objection to a published licence was answered: the entry is corrected, withdrawn, or stands.',
  data: () =>
    z.object({
      objectionId: z.uuid(),
      caseId: z.uuid().describe('Of the licence'),
      itemKey: z.string(),
      district: z.string(),
      partyId: z.string().describe('Who objected, pseudonymous'),
      outcome: z.enum(['corrected', 'withdrawn', 'rejected']),
    }),
});
