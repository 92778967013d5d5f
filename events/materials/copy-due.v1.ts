import * as z from 'zod';
import { defineEvent } from '#events/event';

export const CopyDueV1 = defineEvent({
  type: 'materials.copy-due.v1',
  concerns: 'none',
  summary: "A member of staff is to read somebody's PDF: a copy with a watermark is to be made of it.",
  data: () => z.object({ copyId: z.uuid().describe('What is to be copied, and for whom, is read from its record') }),
});
