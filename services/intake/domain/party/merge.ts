import * as z from 'zod';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { fact, type Fact } from '#events/event';
import type { Role } from '#shared/actor';
import { dayOf, endOf } from '#shared/calendar';
import { once } from '#shared/once';
import { isSamePerson, person, recorded, type Known } from './person.ts';
import { maxIds } from './group.ts';
import { mergeState, type MergeAct, type MergeState } from './merge-state.ts';

/** 当事人合并: two ids that a clerk found to be of one party, by two documents that he saw. */
export const partyMerge = once(() => {
  const [moment, by] = [z.coerce.date(), person()];
  return z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: mergeState,
    partyIds: z.tuple([z.string(), z.string()]),
    reason: z.string(),
    /** That a code whose check character fails was seen on its document. */
    codeSeen: z.boolean().optional(),
    proposedAt: moment,
    proposedBy: by,
    /** Approved or rejected. */
    checkedAt: moment.optional(),
    checkedBy: by.optional(),
    undoneAt: moment.optional(),
    undoneBy: by.optional(),
    timelineHash: z.string().default(''),
  });
});
export type PartyMerge = z.infer<ReturnType<typeof partyMerge>>;

interface Transition {
  act: Exclude<MergeAct, 'propose'>;
  from: MergeState;
  to: MergeState;
  who: readonly Role[];
  /** What else must be true, in words: the drawing says it. */
  when?: string;
  /** What the fact of it says; absent: nothing has changed for anybody. */
  told?: 'merged' | 'undone';
}

/** The whole life of a merge: (from, act, who) → to. Everything else is refused. */
export const mergeGraph: readonly Transition[] = [
  { act: 'approve', from: 'proposed', to: 'approved', who: ['head'], told: 'merged' },
  { act: 'reject', from: 'proposed', to: 'rejected', who: ['head'] },
  { act: 'undo', from: 'approved', to: 'undone', who: ['head'], when: 'within 30 days', told: 'undone' },
];

const undoDays = 30;
const dayMs = 86_400_000;

export interface Acting {
  at: Date;
  by: Known;
  /** Ids of the acting person and of organisations he may act for: nobody handles what concerns himself (回避). */
  own: readonly string[];
  reason?: string;
  codeSeen?: boolean | undefined;
}

export interface MergeChange {
  before?: PartyMerge;
  merge: PartyMerge;
  act: MergeAct;
  facts: readonly Fact[];
  reason?: string;
}

export type MergeRefusal = 'wrong-state' | 'own-proposal' | 'own-party' | 'too-late' | 'party-full';
export type MergeDecided = MergeChange | { refused: MergeRefusal };

/** A clerk proposes that two ids are of one party; nothing is merged yet. */
export function propose(id: string, partyIds: readonly [string, string], acting: Acting): MergeDecided {
  const { at, by, own, reason = '', codeSeen } = acting;
  if (partyIds.some((one) => own.includes(one))) return { refused: 'own-party' };
  const pair = pairOf(partyIds);
  const merge: PartyMerge = {
    id,
    version: 1,
    state: 'proposed',
    partyIds: pair,
    reason,
    ...(codeSeen && { codeSeen }),
    proposedAt: at,
    proposedBy: recorded(by),
    timelineHash: '',
  };
  return { merge, act: 'propose', facts: [], reason };
}

/** Two ids in the order in which they are kept, whichever was named first. */
export function pairOf([one, other]: readonly [string, string]): [string, string] {
  return one < other ? [one, other] : [other, one];
}

/** A head approves what another person proposed. `joined` are the ids that would then be one party's. */
export function approve(merge: PartyMerge, joined: readonly string[], acting: Acting): MergeDecided {
  if (joined.length > maxIds) return { refused: 'party-full' };
  const { at, by } = acting;
  return step(merge, 'approve', { acting, fields: { checkedAt: at, checkedBy: recorded(by) } });
}

export function reject(merge: PartyMerge, acting: Acting): MergeDecided {
  return step(merge, 'reject', { acting, fields: { checkedAt: acting.at, checkedBy: recorded(acting.by) } });
}

/** A head undoes a merge within 30 days: all is as if it had never been. */
export function undo(merge: PartyMerge, acting: Acting): MergeDecided {
  const until = undoableUntil(merge);
  if (until && until < acting.at) return { refused: 'too-late' };
  return step(merge, 'undo', { acting, fields: { undoneAt: acting.at, undoneBy: recorded(acting.by) } });
}

/** The last moment in which an approved merge can be undone: the end of the 30th day, that of the approval not counted. */
export function undoableUntil({ state, checkedAt }: PartyMerge): Date | undefined {
  if (state !== 'approved' || !checkedAt) return undefined;
  return endOf(dayOf(new Date(checkedAt.getTime() + undoDays * dayMs)));
}

/** What these roles may do next with a merge. */
export function mergeActionsFor(merge: PartyMerge, roles: readonly string[], at: Date): MergeAct[] {
  const until = undoableUntil(merge);
  return mergeGraph
    .filter(({ from, who }) => from === merge.state && who.some((role) => roles.includes(role)))
    .filter(({ act }) => act !== 'undo' || (until !== undefined && at <= until))
    .map(({ act }) => act);
}

interface Step {
  acting: Acting;
  fields: Partial<PartyMerge>;
}

function step(merge: PartyMerge, act: Transition['act'], { acting: { by, own, reason }, fields }: Step): MergeDecided {
  const found = mergeGraph.find((one) => one.act === act && one.from === merge.state);
  if (!found) return { refused: 'wrong-state' };
  // Another person, not only another account.
  if (act !== 'undo' && isSamePerson(merge.proposedBy, by)) return { refused: 'own-proposal' };
  if (merge.partyIds.some((one) => own.includes(one))) return { refused: 'own-party' };
  const next = { ...merge, ...fields, state: found.to, version: merge.version + 1 };
  return { before: merge, merge: next, act, facts: found.told ? [factOf(next, found.told)] : [], reason };
}

/** All sets must hear of it: each resolves ids on read from its own copy. */
function factOf({ id, partyIds: [into, from] }: PartyMerge, state: 'merged' | 'undone'): Fact {
  return fact(PartyMergedV1, { mergeId: id, from: [from], into, state }, '*');
}
