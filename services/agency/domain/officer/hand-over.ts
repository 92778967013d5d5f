import * as z from 'zod';
import { HandOverDueV1 } from '#events/agency/hand-over-due.v1';
import { fact, type Fact } from '#events/event';
import { once } from '#shared/once';

/** All that an officer carries goes to another one, or by load to those of a team. */
export const handOver = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int(),
    from: z.string(),
    to: z.string().optional(),
    team: z.uuid().optional(),
    reasons: z.string(),
    /** How many he carried when it began. */
    total: z.int(),
    begunAt: z.coerce.date(),
    timelineHash: z.string(),
  }),
);
export type HandOver = z.infer<ReturnType<typeof handOver>>;

/** How far it is. */
export const progress = once(() =>
  z.object({
    sequence: z.int(),
    state: z.enum(['moving', 'done']),
    moved: z.int(),
    /** Whom nobody of the team could take. */
    left: z.int(),
    /** Where in the list of what he carries this pass goes on. */
    after: z.tuple([z.string(), z.string()]).optional(),
    pass: z.int(),
  }),
);
export type Progress = z.infer<ReturnType<typeof progress>>;

export const begun: Progress = { sequence: 1, state: 'moving', moved: 0, left: 0, pass: 1 };

/** After one project: it was moved, or nobody could take it. */
export const stepped = (found: Progress, after: [string, string], isMoved: boolean): Progress => ({
  ...found,
  sequence: found.sequence + 1,
  after,
  ...(isMoved ? { moved: found.moved + 1 } : { left: found.left + 1 }),
});

/** An index is behind by moments: what it did not show yet is looked for again, so often at the most. */
const mostPasses = 3;

/** After a page of the list: it goes on, begins again where he carries more than was left, or is done. */
export function paged(found: Progress, { more, open }: { more: boolean; open: number }): Progress {
  const next = { ...found, sequence: found.sequence + 1 };
  if (more) return next;
  if (open <= found.left || found.pass >= mostPasses) return { ...next, state: 'done' };
  return { ...next, after: undefined, left: 0, pass: found.pass + 1 };
}

/** Tells agency itself that there is more to move; nothing once it is done. */
export const dueFacts = (handOverId: string, { state }: Progress): Fact[] =>
  state === 'done' ? [] : [fact(HandOverDueV1, { handOverId })];
