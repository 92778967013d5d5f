import * as z from 'zod';
import { defineEvent } from '#events/event';

export const SupervisionReportedV1 = defineEvent({
  type: 'intake.supervision-reported.v1',
  concerns: 'none',
  summary:
    'The supervising body has confirmed a decision that was pushed to it (审管联动), or tells what it has found.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      itemKey: z.string(),
      department: z.string().describe('Who decided, and is told'),
      supervisingBody: z.string(),
      said: z.enum(['confirmed', 'conforms', 'does-not-conform']).describe('A receipt, or what was found'),
      answerBy: z.iso.datetime().optional().describe('By when the department answers the finding, where there is one'),
    }),
});
