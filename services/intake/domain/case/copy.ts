import * as z from 'zod';
import { once } from '#shared/once';
import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { becameOf } from './since.ts';
import { applicationState, followKind, outcome, ruling } from './application.ts';

/** 办件 of another set as the city keeps it for the applicant's own list; made from facts alone. */
export const caseCopy = once(() =>
  z.object({
    id: z.uuid(),
    itemKey: z.string(),
    district: z.string(),
    partyId: z.string(),
    /** Who holds it for a party that was made later: it is in his list as well. */
    heldBy: z.string().optional(),
    state: applicationState.exclude(['draft']),
    outcome: outcome.optional(),
    dueAt: z.string().optional(),
    provisional: z.boolean().default(false),
    submittedAt: z.string(),
    /** The case upon which it was opened, and what a review has ruled: what it grants is about that one. */
    follows: z.object({ caseId: z.string(), as: followKind }).optional(),
    ruling: ruling.optional(),
    /** When that was told which decided it. */
    decidedAt: z.string().optional(),
    /** Of the last fact taken in: a lower one tells nothing new. */
    sequence: z.int(),
  }),
);
export type CaseCopy = z.infer<ReturnType<typeof caseCopy>>;

/** A case in which something is decided anew says so in a field of its own. */
function followsIn({ follows, decidesAnew }: Upon): CaseCopy['follows'] {
  return decidesAnew ? { caseId: decidesAnew, as: 'anew' } : follows;
}

type Upon = Pick<z.infer<(typeof CaseChangedV2)['data']>, 'follows' | 'decidesAnew'>;

interface Told<Data> {
  sequence: number;
  time: string;
  data: Data;
}

/** The copy of a case that was just handed in elsewhere. */
export function copyOf({ sequence, time, data }: Told<z.infer<(typeof ApplicationSubmittedV1)['data']>>): CaseCopy {
  const { caseId, itemKey, district, partyId, heldBy } = data;
  const follows = followsIn(data);
  return {
    id: caseId,
    itemKey,
    district,
    partyId,
    ...(heldBy && { heldBy }),
    state: 'submitted',
    provisional: false,
    submittedAt: time,
    ...(follows && { follows }),
    sequence,
  };
}

/**
 * The copy after a change; the same copy where the fact is older than what is known. A change tells the whole of what it
 * knows, and nothing of an earlier one is kept: so the copy is the same in whatever order the facts came.
 */
export function follow(
  copy: CaseCopy,
  { sequence, time, data }: Told<z.infer<(typeof CaseChangedV2)['data']>>,
): CaseCopy {
  // What an office opens of its own accord is received and accepted in one act.
  const isKnown = sequence < copy.sequence || (sequence === copy.sequence && copy.state !== 'submitted');
  if (isKnown) return copy;
  const { state, outcome, dueAt, provisional, ruling: ruled } = data;
  const follows = followsIn(data);
  const decided = state === 'decided' && { decidedAt: time };
  const told = { ...(follows && { follows }), ...(ruled && { ruling: ruled }), ...decided };
  return { ...copy, state, outcome, dueAt, provisional, ...told, sequence };
}

/** What a case of another set makes of the decision upon which it was opened; undefined where it leaves that as it was. */
export function becameByCopy({ id: caseId, outcome: ended, follows, ruling: ruled, decidedAt }: CaseCopy) {
  if (ended !== 'granted' || !follows || !decidedAt) return undefined;
  const since = becameOf({ caseId, at: new Date(decidedAt), as: follows.as, ruling: ruled });
  return since && { upon: follows.caseId, since };
}
