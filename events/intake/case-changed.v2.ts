import * as z from 'zod';
import { defineEvent } from '#events/event';

/** What is told of a case of an investment project besides. */
const ofProject = () => ({
  projectId: z.string().optional().describe('The investment project that it belongs to'),
  bundleId: z.uuid().optional().describe('Of a case of a project: the bundle that it was applied for with'),
  stage: z.int().optional().describe('Of a case of a project: its stage'),
  since: z.iso
    .datetime()
    .optional()
    .describe(
      'Of a case of a project: since when it stands so; when a pause began or ended, and what time did as of the time that was due',
    ),
  withStage: z
    .literal(true)
    .optional()
    .describe('Done to all cases of a stage at once, of which `intake.stage-changed` tells the applicant'),
});

export const CaseChangedV2 = defineEvent({
  type: 'intake.case-changed.v2',
  concerns: 'person',
  summary: 'A case that was handed in has come to another state, or is due another day.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      ...ofProject(),
      state: z.enum([
        'submitted',
        'correcting',
        'refusal-proposed',
        'accepted',
        'suspended',
        'supplementing',
        'decided',
        'withdrawn',
      ]),
      outcome: z
        .enum(['granted', 'refused', 'not-accepted', 'returned', 'withdrawn', 'no-correction', 'void', 'forwarded'])
        .optional(),
      dueAt: z.iso
        .datetime()
        .optional()
        .describe('End of the promised limit; absent before acceptance and while it is paused'),
      provisional: z.boolean().describe('True while the calendar of a year on the way is not published'),
      follows: z
        .object({ caseId: z.uuid(), as: z.enum(['correct', 'revoke', 'review', 'forward']) })
        .optional()
        .describe('The case upon which this one was opened: its outcome is about that one, except after `forward`'),
      sanctions: z
        .object({ caseId: z.uuid(), act: z.enum(['suspend', 'resume', 'forfeit']) })
        .optional()
        .describe(
          'The case whose licence this one is to suspend (暂扣), resume or forfeit (吊销): what it grants is that',
        ),
      decidesAnew: z
        .uuid()
        .optional()
        .describe('The case whose decision a review has annulled; this one is an application like any other'),
      ruling: z.enum(['upheld', 'changed', 'annulled']).optional().describe('What a review has ended with'),
      forwardedTo: z.uuid().optional().describe('The case in which a forwarded one goes on'),
      reasonCode: z.string().describe('Which act led here; never a text that somebody wrote'),
    }),
});
