import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf } from '#shared/page';
import { commitment, commitmentActs } from '../domain/commitment/commitment.ts';
import { commitmentState } from '../domain/commitment/commitment-state.ts';
import { moment } from './case.ts';

// Apart from what is asked: no start reads what only documents and tests do, nor what that imports.

const entry = once(() => commitment().shape.acts.element.omit({ partyId: true }).extend({ at: moment() }));

export const checkReply = once(() =>
  z
    .object({
      caseId: z.uuid(),
      status: commitmentState,
      version: z.int(),
      actions: z.array(z.enum(commitmentActs)),
      itemKey: z.string(),
      department: z.string(),
      dueAt: moment().meta({ description: 'By when it is checked, or what was ordered is mended' }),
      provisional: z.boolean(),
      revocation: z.string().optional().meta({ description: 'The case that was opened because it was broken' }),
      acts: z.array(entry()),
    })
    .meta({ id: 'CommitmentCheck' }),
);
export const checkPage = once(() => pageOf(checkReply()).meta({ id: 'CommitmentCheckPage' }));
export const commitmentReply = once(() =>
  z
    .object({
      text: z.string(),
      textEn: z.string().optional(),
      basis: z.string(),
      covers: z.array(z.string()).meta({ description: 'Requirements that need not be handed in' }),
      madeAt: moment().optional(),
      check: checkReply().optional(),
    })
    .meta({ id: 'Commitment' }),
);
