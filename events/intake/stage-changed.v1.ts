import * as z from 'zod';
import { defineEvent } from '#events/event';

export const StageChangedV1 = defineEvent({
  type: 'intake.stage-changed.v1',
  concerns: 'person',
  summary:
    'A stage of an investment project that was handed in as one (并联审批) has moved on: a department has answered, its one notice was given, it was accepted, or all has ended.',
  data: () =>
    z.object({
      bundleId: z.uuid(),
      projectId: z.string(),
      stage: z.int().min(1).max(4),
      round: z.int().min(1),
      partyId: z.string().describe('The investor, pseudonymous'),
      state: z.enum(['handed-in', 'noticed', 'accepted', 'done']),
      at: z.iso
        .datetime()
        .describe('When it came to this state; by law that of the receipt, where silence accepted it'),
      reasonCode: z
        .string()
        .optional()
        .describe('Which act led here: its applicant is told of the notice and the acceptance'),
      acceptedBy: z.enum(['office', 'silence']).optional().describe('Silence: nobody has answered it in time'),
      lead: z.string().describe('The department that leads it'),
      items: z.array(
        z.object({
          itemKey: z.string(),
          caseId: z.uuid().describe('Its case, from the day on which it is made; a later one where it was passed on'),
          department: z.string().describe('Which answers whether all is there'),
          answer: z
            .enum(['complete', 'lacking', 'silent'])
            .optional()
            .describe('Absent before it, and of what waits for others: that is accepted when its case is made'),
        }),
      ),
    }),
});
