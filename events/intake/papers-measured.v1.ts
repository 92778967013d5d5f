import * as z from 'zod';
import { defineEvent } from '#events/event';
import { counted } from '#events/intake/counted';

const count = () => z.int().min(0);

export const PapersMeasuredV1 = defineEvent({
  type: 'intake.papers-measured.v1',
  concerns: 'none',
  summary:
    'A case was decided for which originals were shown at a desk or copies were taken: what was asked for on paper, once.',
  data: () =>
    z.object({
      ...counted('of the decision'),
      lines: count().describe('Of the list, for which anything was shown or taken'),
      originals: count(),
      copies: count(),
    }),
});
