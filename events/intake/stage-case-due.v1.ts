import * as z from 'zod';
import { defineEvent } from '#events/event';

export const StageCaseDueV1 = defineEvent({
  type: 'intake.stage-case-due.v1',
  concerns: 'none',
  summary:
    'What a stage has come to is to be done to one of its cases: intake tells itself, and does it in one transaction for each case.',
  data: () =>
    z.object({
      bundleId: z.uuid(),
      caseId: z.uuid(),
      what: z.enum(['correct', 'accept']).describe('It is part of the one notice, or it is accepted with the stage'),
    }),
});
