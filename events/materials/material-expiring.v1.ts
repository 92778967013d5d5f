import * as z from 'zod';
import { defineEvent } from '#events/event';

export const MaterialExpiringV1 = defineEvent({
  type: 'materials.material-expiring.v1',
  concerns: 'person',
  summary: "A version of somebody's document holds for thirty more days at most.",
  data: () =>
    z.object({
      materialId: z.uuid(),
      version: z.int().min(1).describe('Of the document; each is a file of its own'),
      partyId: z.string().describe('The owner, pseudonymous'),
      type: z.string().describe('Which kind of document: `articles`'),
      validUntil: z.iso.date().describe('Its last day'),
    }),
});
