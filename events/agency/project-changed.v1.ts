import * as z from 'zod';
import { defineEvent } from '#events/event';

export const ProjectChangedV1 = defineEvent({
  type: 'agency.project-changed.v1',
  concerns: 'none',
  summary: 'An investment project was registered, has moved on, has ended, or has another investor or officer.',
  data: () => {
    const key = z.string().min(1);
    return z.object({
      projectId: z.uuid(),
      state: z.enum([
        'reserve',
        'coded',
        'in-approval',
        'under-construction',
        'completed',
        'suspended',
        'terminated',
        'merged',
        'split',
      ]),
      kind: key.describe('Whose stage plan is its own'),
      code: key.optional().describe('项目代码, once it was given'),
      investor: key.describe('The party that builds (建设单位), pseudonymous'),
      formerInvestor: key.optional().describe('Who was it before this change: what it had agreed for the project ends'),
      officer: key.optional().describe('The party of the officer who carries it'),
    });
  },
});
