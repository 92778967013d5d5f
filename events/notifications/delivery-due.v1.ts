import * as z from 'zod';
import { defineEvent } from '#events/event';

export const DeliveryDueV1 = defineEvent({
  type: 'notifications.delivery-due.v1',
  concerns: 'none',
  summary: 'A notice is to be sent on one channel, now; for the sender of notifications alone.',
  data: () =>
    z.object({
      noticeId: z.uuid(),
      n: z.int().min(1).describe('Which delivery of the notice, from 1'),
      lane: z.enum(['urgent', 'normal', 'bulk']).describe('Each has a queue of its own'),
      tries: z
        .int()
        .min(0)
        .describe('How often it was tried when this was said: a try that has been taken up is not taken up twice'),
    }),
});
