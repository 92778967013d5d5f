import * as z from 'zod';
import { defineEvent } from '#events/event';

export const WarningGivenV1 = defineEvent({
  type: 'intake.warning-given.v1',
  concerns: 'none',
  summary:
    'A limit of a case has passed: the head of the department that is late is told, or the supervisors are; each once.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      kind: z.enum(['overdue', 'step-overdue', 'tolerance-lapsed']),
      to: z.enum(['head', 'supervisor']).describe('Whose post it is to read this'),
      department: z.string().describe('The department that is late'),
      dueAt: z.iso.datetime().describe('The limit that has passed'),
      task: z.int().optional().describe('The step, where it is late though the whole may not be'),
    }),
});
