import * as z from 'zod';
import { defineEvent } from '#events/event';

export const FeeAssessedV1 = defineEvent({
  type: 'intake.fee-assessed.v1',
  concerns: 'person',
  summary:
    'A department has assessed what is to be paid in a case. A higher revision replaces the bill of the lower one.',
  data: () => {
    const key = z.string().min(1).max(64);
    return z.object({
      assessmentId: key.describe('One bill; the next one of the case is a supplement to what was paid'),
      revision: z.int().min(1),
      caseId: z.uuid(),
      payer: z.string().min(1).describe('The party that owes it, pseudonymous'),
      lines: z
        .array(
          z.object({
            code: key.describe("Of the item's charge list"),
            payee: key,
            quantity: z.number().min(0).describe('In the unit of the charge list, at most two decimals'),
            amountFen: z
              .int()
              .min(1)
              .describe(
                'Asked by this bill: quantity × rate, less what was reduced and what other bills of the case ask',
              ),
            gate: z.enum(['decision', 'result']).describe('What waits for the payment'),
          }),
        )
        .min(1)
        .max(20),
      dueAt: z.iso.datetime(),
    });
  },
});
