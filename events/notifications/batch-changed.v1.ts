import * as z from 'zod';
import { defineEvent } from '#events/event';

export const BatchChangedV1 = defineEvent({
  type: 'notifications.batch-changed.v1',
  concerns: 'none',
  summary:
    'A batch of notices has gone on; what is to be read, sent or cleared away is taken up by notifications itself.',
  data: () =>
    z.object({
      batchId: z.uuid(),
      state: z.enum([
        'awaiting-file',
        'checking',
        'invalid',
        'to-approve',
        'scheduled',
        'sending',
        'paused',
        'done',
        'cancelled',
        'lapsed',
        'stopped',
      ]),
      turn: z.int().min(0).describe('Of reading or sending: an earlier one that is told late is over'),
    }),
});
