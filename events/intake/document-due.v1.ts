import * as z from 'zod';
import { defineEvent } from '#events/event';

export const DocumentDueV1 = defineEvent({
  type: 'intake.document-due.v1',
  concerns: 'none',
  summary: "An act on a case must be put in writing: the set's own maker of documents draws and seals them.",
  data: () =>
    z.object({
      caseId: z.uuid(),
      documents: z
        .array(
          z.enum([
            'application-form',
            'receipt',
            'acceptance-notice',
            'correction-notice',
            'refusal-of-acceptance',
            'signpost',
            'special-procedure-notice',
            'extension-notice',
            'decision',
            'withdrawal-receipt',
            'closing-notice',
          ]),
        )
        .min(1)
        .describe('The kinds that this act owes; what they say is read from the case'),
    }),
});
