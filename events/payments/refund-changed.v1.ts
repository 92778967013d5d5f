import * as z from 'zod';
import { defineEvent } from '#events/event';

export const RefundChangedV1 = defineEvent({
  type: 'payments.refund-changed.v1',
  concerns: 'person',
  summary: 'Money that was paid is to go back, or has gone back, or cannot go back the way it came.',
  data: () =>
    z.object({
      refundId: z.uuid(),
      billId: z
        .uuid()
        .optional()
        .describe('Absent: no bill has taken it, it came twice, too late or in another amount'),
      orderId: z.uuid(),
      payer: z.string().min(1).describe('The party that paid, pseudonymous'),
      state: z
        .enum(['proposed', 'rejected', 'approved', 'stuck', 'done'])
        .describe('`stuck`: the channel cannot give it back; it needs an account of the payer'),
      amountFen: z.int().min(1),
    }),
});
