import * as z from 'zod';
import { defineEvent } from '#events/event';

const count = () => z.int().min(0);

export const PapersMeasuredV1 = defineEvent({
  type: 'intake.papers-measured.v1',
  concerns: 'none',
  summary:
    'A case was decided for which originals were shown at a desk or copies were taken: what was asked for on paper, once.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      day: z.iso.date().describe('The legal day on which it counts: of the decision'),
      itemKey: z.string(),
      department: z.string(),
      hall: z.string().optional().describe('Where the case was entered, if at a desk'),
      window: z.string().optional(),
      clerk: z.string().optional().describe('Subject of the clerk who first took the case in hand (首问负责)'),
      lines: count().describe('Of the list, for which anything was shown or taken'),
      originals: count(),
      copies: count(),
    }),
});
