import * as z from 'zod';
import { defineEvent } from '#events/event';

export const MaterialChangedV1 = defineEvent({
  type: 'materials.material-changed.v1',
  concerns: 'person',
  summary: "A version of somebody's document is at hand, was refused, has expired or was withdrawn.",
  data: () =>
    z.object({
      materialId: z.uuid(),
      version: z.int().min(1).describe('Of the document; each is a file of its own'),
      partyId: z.string().describe('The owner, pseudonymous'),
      type: z.string().describe('Which kind of document: `articles`'),
      state: z.enum(['available', 'refused', 'expired', 'withdrawn']),
      refusedFor: z
        .enum([
          'wrong-size',
          'wrong-hash',
          'wrong-type',
          'not-allowed',
          'broken',
          'encrypted',
          'archive-bomb',
          'archive-path',
          'infected',
        ])
        .optional()
        .describe('Why the file was not taken'),
    }),
});
