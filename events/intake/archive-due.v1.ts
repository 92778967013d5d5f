import * as z from 'zod';
import { defineEvent } from '#events/event';

export const ArchiveDueV1 = defineEvent({
  type: 'intake.archive-due.v1',
  concerns: 'none',
  summary: 'A case is closed: its archive package is to be made.',
  data: () => z.object({ caseId: z.uuid() }),
});
