import * as z from 'zod';
import { defineEvent } from '#events/event';

export const DrawingReviewChangedV1 = defineEvent({
  type: 'agency.drawing-review-changed.v1',
  concerns: 'person',
  summary:
    'A joint review of drawings (多图联审) has come into another state: it waits for its departments, for whoever has drawn, for its opinion, or has that. What is remarked stays in it.',
  data: () => {
    const key = z.string().min(1);
    return z.object({
      reviewId: z.uuid(),
      projectId: z.uuid(),
      stage: z.int().min(1),
      investor: key.describe('Of the project, pseudonymous'),
      state: z.enum(['in-review', 'with-designer', 'to-conclude', 'passed', 'failed', 'withdrawn']),
      act: key.describe('What has brought it there'),
      round: z.int().min(1),
    });
  },
});
