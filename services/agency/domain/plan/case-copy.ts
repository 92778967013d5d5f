import * as z from 'zod';
import type { ReceivedOf } from '#events/event';
import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { dayOf } from '#shared/calendar';
import { once } from '#shared/once';
import type { CaseState, ItemCase } from './item-case.ts';

const moment = once(() => z.coerce.date());

/** A case of a project's item, from facts alone. `sequence` is that of the last. */
export const caseCopy = once(() =>
  z.object({
    caseId: z.uuid(),
    projectId: z.string(),
    itemKey: z.string(),
    sequence: z.int(),
    state: z.enum(['open', 'paused', 'granted', 'refused', 'ended']),
    submittedAt: moment(),
    acceptedAt: moment().optional(),
    dueAt: moment().optional(),
    endedAt: moment().optional(),
    pauses: z.array(z.object({ from: moment(), until: moment().optional() })),
    /** The case about which this one is: it is none of the item then. */
    about: z.object({ caseId: z.uuid(), revokes: z.boolean() }).optional(),
  }),
);
export type CaseCopy = z.infer<ReturnType<typeof caseCopy>>;

type Submitted = Pick<ReceivedOf<typeof ApplicationSubmittedV1>, 'data' | 'sequence' | 'time'>;
type Changed = Pick<ReceivedOf<typeof CaseChangedV2>, 'data' | 'sequence' | 'time'>;

export function beginCopy({ data, sequence, time }: Submitted, projectId: string): CaseCopy {
  const { caseId, itemKey, follows, sanctions } = data;
  const of = { caseId, projectId, itemKey, sequence, submittedAt: new Date(time) };
  // A forwarded case goes on in the one that follows it: that is an application like any other.
  const about = follows && follows.as !== 'forward' ? follows : sanctions;
  const revokes = follows?.as === 'revoke';
  return { ...of, state: 'open', pauses: [], ...(about && { about: { caseId: about.caseId, revokes } }) };
}

/** A copy after what a fact tells; undefined where it tells nothing new. */
export function followCase(copy: CaseCopy, { data, sequence, time }: Changed): CaseCopy | undefined {
  if (sequence <= copy.sequence) return undefined;
  const at = new Date(time);
  const state = stateOf(data);
  const isOver = state !== 'open' && state !== 'paused';
  return {
    ...copy,
    sequence,
    state,
    acceptedAt: copy.acceptedAt ?? (data.state === 'accepted' ? at : undefined),
    dueAt: data.dueAt === undefined || isOver ? undefined : new Date(data.dueAt),
    endedAt: isOver ? at : undefined,
    pauses: pausesAfter(copy.pauses, state, at),
  };
}

function stateOf({ state, outcome }: Changed['data']): CaseState {
  if (state === 'suspended' || state === 'supplementing') return 'paused';
  if (state === 'decided') return outcome === 'granted' || outcome === 'refused' ? outcome : 'ended';
  return state === 'withdrawn' ? 'ended' : 'open';
}

function pausesAfter(pauses: CaseCopy['pauses'], state: CaseState, at: Date): CaseCopy['pauses'] {
  const last = pauses.at(-1);
  const isPaused = last !== undefined && last.until === undefined;
  if (state === 'paused') return isPaused ? pauses : [...pauses, { from: at }];
  return isPaused ? [...pauses.slice(0, -1), { ...last, until: at }] : pauses;
}

/** Of each item the case that counts: one that was granted and not revoked, else the last that was handed in. */
export function counting(copies: readonly CaseCopy[]): Map<string, ItemCase> {
  const revoked = new Set(
    copies.flatMap(({ about, state }) => (about?.revokes && state === 'granted' ? [about.caseId] : [])),
  );
  const own = copies
    .filter(({ about }) => !about)
    .map((copy): CaseCopy => (revoked.has(copy.caseId) ? { ...copy, state: 'ended' } : copy))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || a.submittedAt.getTime() - b.submittedAt.getTime());
  return new Map(own.map((copy) => [copy.itemKey, itemCase(copy)]));
}

const rankOf = ({ state }: CaseCopy): number => (state === 'granted' ? 1 : 0);

const day = (at: Date | undefined) => at && dayOf(at);

function itemCase({ caseId, state, submittedAt, acceptedAt, dueAt, endedAt, pauses }: CaseCopy): ItemCase {
  return {
    caseId,
    state,
    submitted: dayOf(submittedAt),
    accepted: day(acceptedAt),
    due: day(dueAt),
    ended: day(endedAt),
    pauses: pauses.map(({ from, until }) => ({ from: dayOf(from), until: day(until) })),
  };
}
