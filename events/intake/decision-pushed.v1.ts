import * as z from 'zod';
import { defineEvent } from '#events/event';

export const DecisionPushedV1 = defineEvent({
  type: 'intake.decision-pushed.v1',
  concerns: 'none',
  summary: 'A decision is pushed to the body that supervises from now on (审管联动); it owes a receipt.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      itemKey: z.string(),
      district: z.string(),
      department: z.string().describe('Who decided'),
      supervisingBody: z.string(),
      outcome: z.enum(['granted', 'refused']),
      ruled: z
        .enum([
          'renewed',
          'altered',
          'reissued',
          'cancelled',
          'corrected',
          'revoked',
          'annulled',
          'changed',
          'restored',
        ])
        .optional()
        .describe('What it makes of an earlier decision, or of the licence that it gave; absent for a first decision'),
      about: z.uuid().optional().describe('The case with that decision'),
      receiptBy: z.iso.datetime().describe('When the receipt is due'),
    }),
});
