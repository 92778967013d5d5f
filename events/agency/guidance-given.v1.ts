import * as z from 'zod';
import { defineEvent } from '#events/event';

export const GuidanceGivenV1 = defineEvent({
  type: 'agency.guidance-given.v1',
  concerns: 'person',
  summary:
    'An officer has given out a guidance sheet for a project: what it goes through, what to bring, where, in how many days.',
  data: () =>
    z.object({
      guidanceId: z.uuid(),
      projectId: z.uuid(),
      n: z.int().min(1).describe('Which it is of its project'),
      investor: z.string().min(1).describe('For whom it is, pseudonymous'),
    }),
});
