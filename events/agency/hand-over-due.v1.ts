import * as z from 'zod';
import { defineEvent } from '#events/event';

export const HandOverDueV1 = defineEvent({
  type: 'agency.hand-over-due.v1',
  concerns: 'none',
  summary:
    'Projects of an officer who leaves are to be handed over; agency moves some with each of these facts, one in each transaction, and tells itself of the next.',
  data: () => z.object({ handOverId: z.uuid() }),
});
