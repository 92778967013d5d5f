import * as z from 'zod';
import { defineEvent } from '#events/event';

export const StagePlannedV1 = defineEvent({
  type: 'agency.stage-planned.v1',
  concerns: 'none',
  summary:
    'A round of a stage of an investment project was planned: which items are to be applied for together, and what each of them waits for. Its subject is the round, its sequence how often that was planned or moved.',
  data: () => {
    const key = z.string().min(1);
    return z.object({
      projectId: z.uuid(),
      stage: z.int().min(1).max(4),
      round: z
        .int()
        .min(1)
        .describe('2 and more: what was refused before, and what that stopped; a later round outweighs an earlier one'),
      investor: key.describe('The party that applies (建设单位), pseudonymous'),
      items: z
        .array(
          z.object({
            itemKey: key,
            needs: z.array(key).describe('Items of this list that must be granted first; what is granted is left out'),
          }),
        )
        .min(1)
        .max(60),
      lead: key.describe('The department that leads the stage (牵头部门)'),
      limit: z
        .object({ n: z.int().min(1), unit: z.literal('working-day') })
        .describe('From the acceptance of the stage to its last decision'),
      officer: key.optional().describe('The party of the officer who carries the project'),
    });
  },
});
