import * as z from 'zod';
import { defineEvent } from '#events/event';

export const ItemsPublishedV1 = defineEvent({
  type: 'intake.items-published.v1',
  concerns: 'none',
  summary:
    'What items of a set ask for, from which day: all that holds or is to hold. Many come in several facts of one sequence.',
  data: () => {
    const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const situation = z.enum(['新办', '变更', '延续', '补证', '注销']);
    const requirement = z.object({
      requirement: key.describe('The line of the list, and the kind of document that fits it'),
      about: z.enum(['party', 'premises', 'vehicle', 'project']),
      must: z.enum(['must', 'optional', 'deferrable']),
      shared: z.string().optional().describe('The shared resource that provides it: it is not asked of anybody'),
      situations: z.array(situation).optional().describe('Only asked in these; absent: in all'),
    });
    return z.object({
      items: z
        .array(
          z.object({
            item: key,
            turns: z
              .array(
                z.object({
                  version: z.int().min(1).describe('Of the item'),
                  from: z.iso.date().describe('The day from which it holds'),
                  situations: z
                    .array(situation)
                    .optional()
                    .describe('Those of the item; absent: from then on it is withdrawn'),
                  requirements: z.array(requirement).max(60).optional(),
                  covered: z.array(key).optional().describe('What a commitment of the applicant stands for (告知承诺)'),
                }),
              )
              .describe('All that holds or is to hold, the last of them that has begun holds'),
          }),
        )
        .min(1)
        .max(80),
    });
  },
});
