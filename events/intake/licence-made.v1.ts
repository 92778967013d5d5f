import * as z from 'zod';
import { defineEvent } from '#events/event';

export const LicenceMadeV1 = defineEvent({
  type: 'intake.licence-made.v1',
  concerns: 'none',
  summary: 'The sealed PDF of a licence, or of another edition of it, is in the hand-over bucket of the city.',
  data: () =>
    z.object({
      caseId: z.uuid().describe('The case whose grant gave the edition'),
      licenceId: z.uuid().describe('The case whose grant began the licence'),
      ref: z
        .string()
        .max(300)
        .describe('Where it stands: JSON with `holder`, the name in full, `says`, and `pdf`, base64'),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('Of what stands there, hexadecimal'),
    }),
});
