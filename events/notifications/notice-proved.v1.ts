import * as z from 'zod';
import { defineEvent } from '#events/event';

export const NoticeProvedV1 = defineEvent({
  type: 'notifications.notice-proved.v1',
  concerns: 'none',
  summary: 'It is proved how far a statutory notice of a case has come: sent, delivered, or read.',
  data: () =>
    z.object({
      noticeId: z.uuid(),
      caseId: z.uuid(),
      partyId: z.string().min(1).describe('Who was told, pseudonymous'),
      kind: z.string().min(1).describe('What was told: `accepted`, `correcting`, `refused` …'),
      step: z.enum(['sent', 'delivered', 'read']),
      at: z.iso.datetime({ offset: true }),
      channel: z.enum(['inbox', 'sms', 'wechat', 'email', 'task']),
      counts: z
        .boolean()
        .describe(
          'Whether it counts as served: read, handed over by staff, or delivered to an address confirmed for it',
        ),
    }),
});
