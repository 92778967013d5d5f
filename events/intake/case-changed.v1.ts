import * as z from 'zod';
import { defineEvent } from '#events/event';

export const CaseChangedV1 = defineEvent({
  type: 'intake.case-changed.v1',
  concerns: 'person',
  summary: 'A case that was handed in has come to another state.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      state: z.enum(['accepted', 'decided', 'withdrawn']),
      outcome: z.enum(['granted', 'refused']).optional(),
      dueAt: z.iso.datetime().optional().describe('End of the promised limit, once it runs'),
      provisional: z.boolean().describe('True while the calendar of a year on the way is not published'),
      reasonCode: z.string().describe('Which act led here; never a text that somebody wrote'),
    }),
});
