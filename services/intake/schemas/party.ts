import * as z from 'zod';
import { pageOf, pageQuery } from '#shared/page';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { mergeActs, mergeState } from '../domain/party/merge-state.ts';
import { namedParty } from '#shared/named-party';

export const mergeBody = once(() =>
  z
    .strictObject({
      documents: z
        .tuple([namedParty(), namedParty()])
        .meta({ description: 'Two documents of one party, both seen; their numbers are not kept' }),
      reason: text(500),
      codeSeen: z
        .boolean()
        .optional()
        .meta({ description: 'A code whose check character fails stands so on the original: the clerk confirms it' }),
    })
    .meta({ id: 'MergeInput' }),
);
export const mergeReasonBody = once(() => z.strictObject({ reason: text(500) }).meta({ id: 'MergeReasonInput' }));

const act = once(() => z.enum(mergeActs));

export const mergeActReply = once(() =>
  z
    .object({ id: z.uuid(), status: mergeState, version: z.int(), actions: z.array(act()) })
    .meta({ id: 'MergeActReply' }),
);

export const mergeReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: mergeState,
      version: z.int(),
      actions: z.array(act()),
      partyIds: z.array(z.string()).length(2),
      reason: z.string(),
      codeSeen: z.boolean().optional(),
      proposedAt: z.iso.datetime(),
      proposedBy: z.string(),
      checkedAt: z.iso.datetime().optional(),
      checkedBy: z.string().optional(),
      undoableUntil: z.iso.datetime().optional(),
      undoneAt: z.iso.datetime().optional(),
      undoneBy: z.string().optional(),
    })
    .meta({ id: 'PartyMerge' }),
);
export const mergePage = once(() => pageOf(mergeReply()).meta({ id: 'PartyMergePage' }));
export const mergesQuery = once(() => z.object({ ...pageQuery(), status: mergeState.default('proposed') }));
