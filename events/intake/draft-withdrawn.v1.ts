import * as z from 'zod';
import { defineEvent } from '#events/event';

export const DraftWithdrawnV1 = defineEvent({
  type: 'intake.draft-withdrawn.v1',
  concerns: 'person',
  summary: 'An applicant has withdrawn a draft before handing it in, so no office ever knew of it.',
  data: () => z.object({ caseId: z.uuid(), itemKey: z.string(), partyId: z.string() }),
});
