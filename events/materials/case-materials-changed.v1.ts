import * as z from 'zod';
import { defineEvent } from '#events/event';

export const CaseMaterialsChangedV1 = defineEvent({
  type: 'materials.case-materials-changed.v1',
  concerns: 'none',
  summary: 'What has become of the documents that a case uses: the answer to its submission, and each later change.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      requirements: z
        .array(
          z.object({
            requirement: z.string().describe("Of the item's list"),
            materialId: z.uuid(),
            version: z.int().min(1).describe('Of the document, pinned as long as the case lasts'),
            state: z.enum(['confirmed', 'refused']),
            why: z
              .enum(['unknown', 'not-at-hand', 'not-in-force', 'other-kind'])
              .optional()
              .describe('Why it is refused; `unknown` also where it is not the applicant’s'),
            sha256: z
              .string()
              .regex(/^[0-9a-f]{64}$/)
              .optional()
              .describe('Of the file that is confirmed, hexadecimal'),
            left: z
              .enum(['expired', 'withdrawn'])
              .optional()
              .describe('It was confirmed, and is not in force any more since'),
          }),
        )
        .describe('All of the case, as they stand now'),
      shared: z
        .array(
          z.object({
            requirement: z.string().describe("Of the item's list"),
            resource: z.string().describe('The shared resource that provides it'),
            state: z
              .enum(['requested', 'fetching', 'to-be-fetched', 'fetched', 'not-found', 'differs', 'declined'])
              .describe(
                '`requested`: its provider has to agree. `to-be-fetched`: nobody answers now, it is asked again. `declined`: its provider has said why not',
              ),
            late: z.literal(true).optional().describe('Its provider has not answered in time'),
            left: z.literal('corrected').optional().describe('Its provider has corrected what was fetched'),
          }),
        )
        .optional()
        .describe('What is fetched for the case, all of it, as it stands now'),
    }),
});
