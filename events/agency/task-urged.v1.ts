import * as z from 'zod';
import { defineEvent } from '#events/event';

export const TaskUrgedV1 = defineEvent({
  type: 'agency.task-urged.v1',
  concerns: 'none',
  summary:
    'A department was urged (催办) to do its part of a stage that others wait for: at most once on a working day for each item; from the second time on its head is told too.',
  data: () => {
    const key = z.string().min(1);
    return z.object({
      projectId: z.uuid(),
      stage: z.int().min(1).max(4),
      round: z.int().min(1),
      itemKey: key,
      caseId: z.uuid(),
      department: key.describe('The department that is waited for'),
      n: z.int().min(1).describe('How often it was urged in this item, with this time'),
      copies: z.literal('head').optional().describe('Who is told besides the approvers of the department'),
    });
  },
});
