import * as z from 'zod';
import { defineEvent } from '#events/event';

export const ProblemChangedV1 = defineEvent({
  type: 'agency.problem-changed.v1',
  concerns: 'person',
  summary:
    'What holds a project up was raised, handed up from a district to the city or by it to the province, solved, or closed. What was written stays where it was.',
  data: () => {
    const key = z.string().min(1);
    const level = z.enum(['district', 'city', 'province']);
    return z.object({
      problemId: z.uuid(),
      projectId: z.uuid(),
      home: key.describe('The set where it was raised; the city tells that one'),
      state: z.enum(['raised', 'coordinating', 'escalated', 'to-report', 'reported', 'solved', 'closed', 'withdrawn']),
      act: z.enum([
        'raise',
        'coordinate',
        'solve',
        'escalate',
        'report',
        'be-late',
        'confirm',
        'reopen',
        'lapse',
        'withdraw',
      ]),
      level: level.describe('Who is to solve it, or has solved it'),
      kind: z.enum(['land', 'planning', 'utilities', 'approval', 'funding', 'relocation', 'other']),
      department: key.optional().describe('Who must do something about it, where that is known'),
      investor: key.describe('Of the project, pseudonymous'),
      raiser: z.object({ kind: z.enum(['investor', 'officer', 'department']), partyId: key }),
      dueOn: z.iso.date().optional().describe('The last day of the limit that runs'),
      reopened: z.literal(true).optional().describe('Its raiser has said once that it was not solved'),
      late: z.literal(true).optional(),
    });
  },
});
