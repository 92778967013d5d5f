import * as z from 'zod';
import { defineEvent } from '#events/event';

export const CataloguePublishedV1 = defineEvent({
  type: 'intake.catalogue-published.v1',
  concerns: 'none',
  summary: 'A set offers a new version of its catalogue. What the city’s items may take binds every district.',
  data: () => {
    const limit = z.object({
      n: z.int().min(0),
      unit: z.enum(['minute', 'hour', 'working-day', 'day', 'month']),
      from: z.enum(['received', 'accepted']),
      of: z.enum(['office', 'applicant']),
    });
    const turn = z.object({
      key: z.string().describe('The item'),
      from: z.iso.date().describe('The day from which it holds'),
      legal: limit.optional().describe('Absent: from that day the item binds nobody'),
      promised: limit.optional(),
    });
    const code = z.string().regex(/^[0-9A-Z]{12}$/);
    return z.object({
      version: z.int().min(1),
      changed: z.int().min(0).describe('Items that are new or differ'),
      whole: z
        .boolean()
        .optional()
        .describe('True where it is all that the set offers: what was to hold later is overtaken'),
      part: z
        .int()
        .min(1)
        .optional()
        .describe('Which this is of several facts of one publication; absent: the only one'),
      limits: z
        .array(
          z.object({
            code: code.describe('Basic code of the items (基本编码)'),
            turns: z.array(turn).describe('All that holds or is to hold under the code, oldest first; empty: nothing'),
          }),
        )
        .max(80)
        .optional()
        .describe('Of the city: the codes whose limits have changed. Many come in several facts of one sequence'),
    });
  },
});
