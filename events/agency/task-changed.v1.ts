import * as z from 'zod';
import { defineEvent } from '#events/event';

export const TaskChangedV1 = defineEvent({
  type: 'agency.task-changed.v1',
  concerns: 'none',
  summary: 'What a meeting has decided is to be done by a department or an officer until a day, was done, or is late.',
  data: () => {
    const key = z.string().min(1);
    return z.object({
      taskId: z.uuid(),
      meetingId: z.uuid(),
      projectId: z.uuid().optional(),
      problemId: z.uuid().optional(),
      department: key.optional().describe('Whose it is; else an officer’s'),
      officer: key.optional().describe('The party of the officer whose it is'),
      state: z.enum(['open', 'done', 'dropped']),
      act: z.enum(['set', 'done', 'be-late', 'drop']),
      until: z.iso.date().describe('The last day on which it is in time'),
      late: z.literal(true).optional(),
    });
  },
});
