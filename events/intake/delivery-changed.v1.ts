import * as z from 'zod';
import { defineEvent } from '#events/event';

export const DeliveryChangedV1 = defineEvent({
  type: 'intake.delivery-changed.v1',
  concerns: 'person',
  summary: 'The result of a case is due, ready, on its way or delivered to its applicant.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      itemKey: z.string(),
      district: z.string(),
      partyId: z.string().describe('The applicant, pseudonymous'),
      state: z.enum(['due', 'ready', 'sent', 'delivered']),
      way: z.enum(['download', 'window', 'post']),
      reasonCode: z.string().describe('Which act led here'),
    }),
});
