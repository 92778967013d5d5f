import * as z from 'zod';
import { defineEvent } from '#events/event';

export const PartyMergedV1 = defineEvent({
  type: 'intake.party-merged.v1',
  concerns: 'none',
  summary: 'Ids of documents are found to be of one party, or a merge of them is undone.',
  data: () => {
    const partyId = z.string().min(1);
    return z.object({
      mergeId: z.uuid(),
      from: z.array(partyId).min(1).max(4).describe('Ids that are of the same party as `into`'),
      into: partyId.describe('Among all ids that merges join, the one that sorts first stands for the party'),
      state: z.enum(['merged', 'undone']),
    });
  },
});
