import * as z from 'zod';
import { defineEvent } from '#events/event';

export const PayerNamedV1 = defineEvent({
  type: 'intake.payer-named.v1',
  concerns: 'none',
  summary: 'Who owes an assessment is named in the hand-over bucket of the city, for the receipts over what he pays.',
  data: () => {
    const key = z.string().min(1).max(64);
    return z.object({
      assessmentId: key,
      revision: z.int().min(1).describe('Of the assessment; a lower one than is known names nobody anew'),
      caseId: z.uuid(),
      ref: z
        .string()
        .max(300)
        .describe('Where it stands: JSON with `name`, in full, and `salt`, by which nobody finds a name from its hash'),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('Of what stands there, hexadecimal'),
    });
  },
});
