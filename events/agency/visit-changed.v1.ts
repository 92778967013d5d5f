import * as z from 'zod';
import { defineEvent } from '#events/event';

export const VisitChangedV1 = defineEvent({
  type: 'agency.visit-changed.v1',
  concerns: 'person',
  summary:
    'A joint inspection (联合验收) has come into another state, or its one visit has another day. Where it is and what was found stays in it.',
  data: () => {
    const key = z.string().min(1);
    return z.object({
      visitId: z.uuid(),
      projectId: z.uuid(),
      stage: z.int().min(1),
      investor: key.describe('Of the project, pseudonymous'),
      state: z.enum([
        'applied',
        'announced',
        'visited',
        'to-rectify',
        'to-recheck',
        'to-conclude',
        'passed',
        'failed',
        'withdrawn',
      ]),
      act: key.describe('What has brought it there'),
      day: z.iso.date().optional().describe('Of the visit, once it is announced'),
      until: z.iso
        .date()
        .optional()
        .describe('While something is to be rectified: the first day on which that must be'),
    });
  },
});
