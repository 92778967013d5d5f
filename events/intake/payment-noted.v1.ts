import * as z from 'zod';
import { defineEvent } from '#events/event';

export const PaymentNotedV1 = defineEvent({
  type: 'intake.payment-noted.v1',
  concerns: 'none',
  summary: 'Intake has taken a payment in: what waited for it in the case waits no longer.',
  data: () =>
    z.object({
      assessmentId: z.string().min(1).max(64),
      revision: z.int().min(1).describe('The one by which it was paid'),
      billId: z.uuid(),
      caseId: z.uuid(),
      paidFen: z.int().min(1),
    }),
});
