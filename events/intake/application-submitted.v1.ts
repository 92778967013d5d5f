import * as z from 'zod';
import { defineEvent } from '#events/event';

const shared = () =>
  z
    .array(
      z.object({
        requirement: z.string().describe("Of the item's list"),
        resource: z.string().describe('The shared resource that provides it'),
      }),
    )
    .optional()
    .describe('What the office gets itself (国务院令716 art. 7): it is asked of its provider and not of the applicant');

export const ApplicationSubmittedV1 = defineEvent({
  type: 'intake.application-submitted.v1',
  concerns: 'person',
  summary: 'An applicant has handed in a case; its form is fixed and the office must answer.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      itemKey: z.string(),
      version: z.int().min(1).describe('The version of the item on which the case began'),
      district: z.string(),
      partyId: z.string().describe('The applicant, pseudonymous'),
      heldBy: z
        .string()
        .optional()
        .describe(
          'Who applied before an earlier case of a bundle created the party: his documents count for this case',
        ),
      authorityId: z.string().optional(),
      projectId: z.string().optional(),
      stage: z.int().optional(),
      departments: z.array(z.string()).min(1),
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
      retention: z
        .enum(['permanent', '30-years', '10-years'])
        .optional()
        .describe('For how long what belongs to the case is kept once it is closed'),
      basis: z.string().max(300).optional().describe('The law by which the office asks for what the item wants'),
      shared: shared(),
      materials: z.array(
        z.object({
          requirement: z.string(),
          materialId: z.string(),
          version: z.int(),
          result: z
            .literal(true)
            .optional()
            .describe('A licence that an earlier case of its bundle gives; it may not be known yet'),
        }),
      ),
    }),
});
