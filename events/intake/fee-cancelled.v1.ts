import * as z from 'zod';
import { defineEvent } from '#events/event';

export const FeeCancelledV1 = defineEvent({
  type: 'intake.fee-cancelled.v1',
  concerns: 'person',
  summary: 'Nothing is to be paid any more for an assessment that was not paid: its bill must not be taken.',
  data: () =>
    z.object({
      assessmentId: z.string().min(1).max(64),
      revision: z.int().min(1).describe('The last one'),
      caseId: z.uuid(),
      waived: z.boolean().optional().describe('True: it was owed, and two people have let it go (免缴)'),
      reasonCode: z.string().describe('Which act led here; never a text that somebody wrote'),
    }),
});
