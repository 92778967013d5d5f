import * as z from 'zod';
import { defineEvent } from '#events/event';

export const LicenceChangedV1 = defineEvent({
  type: 'materials.licence-changed.v1',
  concerns: 'none',
  summary: 'An edition of a licence holds from now on, or holds no more.',
  data: () =>
    z.object({
      licenceId: z.uuid(),
      edition: z.int().min(1).describe('Which one; a change gives the licence another'),
      caseId: z.uuid().optional().describe('The case whose grant gave the edition'),
      validUntil: z.iso.date().optional().describe('Its last day; absent where it has no end'),
      partyId: z.string().describe('The holder, pseudonymous'),
      type: z.string().describe('Which licence it is: `food-business-licence`'),
      state: z.enum(['valid', 'suspended', 'superseded', 'expired', 'revoked', 'forfeited', 'cancelled']),
    }),
});
