import * as z from 'zod';
import { defineEvent } from '#events/event';

export const VisitMeasuredV1 = defineEvent({
  type: 'intake.visit-measured.v1',
  concerns: 'none',
  summary:
    'The result of a case was fetched at a desk: one more visit of its applicant, which comes after what was measured of its decision.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      day: z.iso
        .date()
        .describe('The legal day on which it counts: of the decision, beside what else is counted of it'),
      itemKey: z.string(),
      department: z.string(),
      hall: z.string().optional().describe('Where the case was entered, if at a desk'),
      window: z.string().optional(),
      clerk: z.string().optional().describe('Subject of the clerk who first took the case in hand (首问负责)'),
    }),
});
