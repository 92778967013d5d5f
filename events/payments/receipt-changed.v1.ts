import * as z from 'zod';
import { defineEvent } from '#events/event';

export const ReceiptChangedV1 = defineEvent({
  type: 'payments.receipt-changed.v1',
  concerns: 'person',
  summary: 'A fiscal receipt was issued, fetched, verified or entered, or a red one has taken it back.',
  data: () =>
    z.object({
      receiptId: z.uuid(),
      orderId: z.uuid(),
      payer: z.string().min(1).describe('The party that owed what was paid, pseudonymous'),
      kind: z.enum(['blue', 'red']).describe('`red`: it takes back the one that `reverses` names'),
      state: z.enum(['issued', 'delivered', 'verified', 'entered', 'reversed']),
      replaces: z.uuid().optional().describe('Which one it stands for from now on'),
      reverses: z.uuid().optional(),
    }),
});
