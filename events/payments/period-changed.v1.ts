import * as z from 'zod';
import { defineEvent } from '#events/event';

export const PeriodChangedV1 = defineEvent({
  type: 'payments.period-changed.v1',
  concerns: 'none',
  summary: 'A day, month or year of the books was proposed to be shut, is being sealed, or is shut for good.',
  data: () =>
    z.object({
      period: z.string().min(4).max(10).describe('`2026-08-03`, `2026-08` or `2026`'),
      kind: z.enum(['day', 'month', 'year']),
      state: z.enum(['open', 'proposed', 'sealing', 'closed']).describe('`open` again: it was not agreed to'),
      version: z.int().min(1),
    }),
});
