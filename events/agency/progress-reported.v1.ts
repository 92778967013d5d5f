import * as z from 'zod';
import { defineEvent } from '#events/event';

const itemStates = [
  'submitted',
  'correcting',
  'accepted',
  'suspended',
  'supplementing',
  'granted',
  'refused',
  'ended',
] as const;

export const ProgressReportedV1 = defineEvent({
  type: 'agency.progress-reported.v1',
  concerns: 'none',
  summary:
    'How far an investment project is, for the city: told when that has changed, and each day on which something of it is overdue.',
  data: () => {
    const [key, day, count] = [z.string().min(1), z.iso.date(), z.int().min(0)];
    return z.object({
      projectId: z.uuid(),
      code: key.optional().describe('项目代码, once it was given'),
      kind: key,
      region: key.describe('Division in which it stands, of 6 or 12 digits'),
      state: z.enum([
        'reserve',
        'coded',
        'in-approval',
        'under-construction',
        'completed',
        'suspended',
        'terminated',
        'merged',
        'split',
      ]),
      day: day.describe('The day as of which this holds'),
      stage: z
        .int()
        .min(1)
        .max(4)
        .optional()
        .describe('The first stage that is not done; absent without a plan, or where all is done'),
      expectedEnd: day.optional(),
      items: z
        .array(
          z.object({
            itemKey: key,
            state: z.enum(itemStates),
            since: day.describe('Accepted; before that, handed in'),
            due: day.optional().describe('While its limit runs'),
            ended: day.optional(),
          }),
        )
        .max(60)
        .describe('Those that were applied for'),
      stages: z
        .array(z.object({ stage: z.int().min(1).max(4), due: day }))
        .max(4)
        .optional()
        .describe('Those whose limit runs, with its last day; absent where none does'),
      on: count.describe('How many items the project has to do with'),
      off: z.array(key).max(60).describe('Items with which it has nothing to do'),
      overdue: count.describe('How many items are past their limits on that day'),
    });
  },
});
