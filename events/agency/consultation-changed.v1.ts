import * as z from 'zod';
import { defineEvent } from '#events/event';

export const ConsultationChangedV1 = defineEvent({
  type: 'agency.consultation-changed.v1',
  concerns: 'person',
  summary:
    'A party has asked something, has its answer or must say more, or the office is late. What was said stays where it was asked.',
  data: () => {
    const key = z.string().min(1);
    return z.object({
      consultationId: z.uuid(),
      state: z.enum(['open', 'asked-back', 'answered', 'closed', 'withdrawn']),
      act: z.enum(['ask', 'take', 'pass-on', 'answer', 'ask-back', 'be-late', 'tell', 'close', 'lapse', 'withdraw']),
      asker: key.describe('The party that asks, pseudonymous'),
      projectId: z.uuid().optional().describe('Absent: before there is a project'),
      to: z.enum(['team', 'department']).describe('Who was asked: the officers of the set, or one department'),
      department: key.optional(),
      answerer: key.optional().describe('The party of whoever answers for it'),
      dueOn: z.iso.date().describe('The last day of its limit'),
      late: z.literal(true).optional(),
    });
  },
});
