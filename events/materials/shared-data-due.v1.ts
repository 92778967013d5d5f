import * as z from 'zod';
import { defineEvent } from '#events/event';

export const SharedDataDueV1 = defineEvent({
  type: 'materials.shared-data-due.v1',
  concerns: 'none',
  summary: 'What a case needs of shared data is to be asked of its provider, by the library’s own function for that.',
  data: () =>
    z.object({
      caseId: z.uuid(),
      requirement: z.string().describe("Of the item's list"),
      resource: z.string().describe('Of the catalogue of shared resources'),
    }),
});
