import * as z from 'zod';
import { defineEvent } from '#events/event';

export const BillChangedV1 = defineEvent({
  type: 'payments.bill-changed.v1',
  concerns: 'person',
  summary: 'A bill was made for an assessment, was paid, was cancelled, or money of it was given back.',
  data: () => {
    const fen = z.int().min(0);
    return z.object({
      billId: z.uuid(),
      assessmentId: z.string().min(1).max(64),
      revision: z
        .int()
        .min(1)
        .describe('Which revision of the assessment the bill asks for; once paid, by which it was paid'),
      caseId: z.uuid(),
      state: z.enum(['due', 'paid', 'cancelled', 'refunded']).describe('`refunded`: all that was paid has gone back'),
      paidFen: fen.describe('0, or the whole of the revision: a bill is not paid in parts'),
      refundedFen: fen.describe('What has gone back so far, never more than was paid'),
    });
  },
});
