import * as z from 'zod';
import { defineEvent } from '#events/event';

export const BillsSettledV1 = defineEvent({
  type: 'payments.bills-settled.v1',
  concerns: 'none',
  summary: 'An order has paid bills, or let go of them unpaid: each bill takes that in.',
  data: () =>
    z.object({
      orderId: z.uuid(),
      channel: z.string().min(1).max(32),
      at: z.iso.datetime().describe('When it was paid, or let go'),
      paid: z.boolean(),
      bills: z
        .array(z.object({ billId: z.uuid(), revision: z.int().min(1).describe('As the order had taken it') }))
        .min(1)
        .max(50),
    }),
});
