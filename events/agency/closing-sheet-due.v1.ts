import * as z from 'zod';
import { defineEvent } from '#events/event';

export const ClosingSheetDueV1 = defineEvent({
  type: 'agency.closing-sheet-due.v1',
  concerns: 'none',
  summary: 'A mandate of an officer is over: agency draws and seals its closing sheet.',
  data: () => z.object({ mandateId: z.uuid() }),
});
