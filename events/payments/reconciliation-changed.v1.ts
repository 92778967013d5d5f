import * as z from 'zod';
import { defineEvent } from '#events/event';

export const ReconciliationChangedV1 = defineEvent({
  type: 'payments.reconciliation-changed.v1',
  concerns: 'none',
  summary: 'A statement of a channel has come and is to be read, or every row of it has been held against the ledger.',
  data: () =>
    z.object({
      reconciliationId: z.string().min(1).max(128).describe('`<channel>.<merchant>.<day>`'),
      channel: z.string().min(1).max(32),
      merchant: z.string().min(1).max(64),
      day: z.iso.date().describe('The accounting day of the channel'),
      state: z.enum(['missing', 'received', 'matched', 'unreadable']),
      revision: z.int().min(0).describe('Of the file; 0 where there is none'),
    }),
});
