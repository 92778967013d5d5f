import * as z from 'zod';
import { defineEvent } from '#events/event';

export const PrefillDueV1 = defineEvent({
  type: 'intake.prefill-due.v1',
  concerns: 'none',
  summary: 'A form was begun: what the library and the registers know of its party is asked for, field by field.',
  data: () =>
    z.object({
      draftId: z.uuid().describe('The draft, or the bundle'),
      form: z.enum(['case', 'bundle']),
      partyId: z.string().describe('Whose data are asked for, pseudonymous'),
      own: z.boolean().describe('The party fills it in itself: nobody else reads what its licences say'),
      itemKey: z.string(),
      office: z.string().describe('Who asks: `gulou/amr`'),
      basis: z.string().max(300).describe('The law by which it asks'),
      asks: z
        .array(
          z.object({
            source: z.string().max(130).describe('`shared:<resource>/<field>`, `licence:<type>/<field>` or `party`'),
            sameAs: z.string().max(64).optional().describe('The city-wide key of the field'),
            requirement: z.string().optional().describe('The line of the list that the resource provides'),
          }),
        )
        .min(1)
        .max(30),
    }),
});
