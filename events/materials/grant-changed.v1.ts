import * as z from 'zod';
import { defineEvent } from '#events/event';

export const GrantChangedV1 = defineEvent({
  type: 'materials.grant-changed.v1',
  concerns: 'none',
  summary: 'An owner has let somebody read a version of a document, or has taken that back.',
  data: () =>
    z.object({
      grantId: z.uuid(),
      materialId: z.uuid(),
      version: z.int().min(1).describe('Of the document: that one and no other'),
      partyId: z.string().describe('The owner, pseudonymous'),
      grantee: z.string().describe('The party, pseudonymous, or the office: `gulou/amr`'),
      state: z.enum(['active', 'revoked']),
      until: z.iso.date().describe('The last day on which it can be read'),
    }),
});
