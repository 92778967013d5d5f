import * as z from 'zod';
import { defineEvent } from '#events/event';

export const RefundProposedV1 = defineEvent({
  type: 'intake.refund-proposed.v1',
  concerns: 'person',
  summary: 'Something that was paid is not owed (any more): it is to go back to the payer, line by line.',
  data: () => {
    const key = z.string().min(1).max(64);
    return z.object({
      assessmentId: key,
      n: z.int().min(1).describe('Which proposal for this assessment, from 1: the same one is carried out once'),
      billId: z.uuid(),
      caseId: z.uuid(),
      lines: z
        .array(z.object({ code: key, payee: key, amountFen: z.int().min(1) }))
        .min(1)
        .max(20),
      reasonCode: z.string().describe('Which act led here; never a text that somebody wrote'),
    });
  },
});
