import * as z from 'zod';
import type { ReceivedOf } from '#events/event';
import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { dayOf } from '#shared/calendar';
import { once } from '#shared/once';
import type { ItemCase } from './item-case.ts';
import { lifeOf } from './case-life.ts';

const moment = once(() => z.coerce.date());

/** What a fact told of a case. */
const told = once(() => {
  const { state, outcome, forwardedTo } = CaseChangedV2.data.shape;
  return z.object({ sequence: z.int(), at: moment(), state, outcome, forwardedTo, dueAt: moment().optional() });
});
export type ToldOfCase = z.infer<ReturnType<typeof told>>;

/** A case of a project's item, from facts alone: all that they told, by their sequence, so that it is the same in whatever order they came. */
export const caseCopy = once(() =>
  z.object({
    caseId: z.uuid(),
    projectId: z.string(),
    itemKey: z.string(),
    /** How often it was written. */
    version: z.int(),
    submittedAt: moment(),
    told: z.array(told()),
    /** The case about which this one is: it is none of the item then. */
    about: z.object({ caseId: z.uuid(), revokes: z.boolean() }).optional(),
  }),
);
export type CaseCopy = z.infer<ReturnType<typeof caseCopy>>;

type Submitted = Pick<ReceivedOf<typeof ApplicationSubmittedV1>, 'data' | 'time'>;
type Changed = Pick<ReceivedOf<typeof CaseChangedV2>, 'data' | 'sequence' | 'time'>;

export function beginCopy({ data, time }: Submitted, projectId: string): CaseCopy {
  const { caseId, itemKey, follows, sanctions } = data;
  const of = { caseId, projectId, itemKey, version: 1, submittedAt: new Date(time) };
  // A forwarded case goes on in the one that follows it: that is an application like any other.
  const about = follows && follows.as !== 'forward' ? follows : sanctions;
  const revokes = follows?.as === 'revoke';
  return { ...of, told: [], ...(about && { about: { caseId: about.caseId, revokes } }) };
}

/** A copy with what a fact tells; undefined where that was told before. */
export function followCase(copy: CaseCopy, { data, sequence, time }: Changed): CaseCopy | undefined {
  if (copy.told.some((one) => one.sequence === sequence)) return undefined;
  const { state, outcome, forwardedTo, dueAt } = data;
  const due = dueAt === undefined ? {} : { dueAt: new Date(dueAt) };
  // What time did counts as of the time that was due, however late it was told.
  const now = { sequence, at: new Date(data.since ?? time), state, outcome, forwardedTo, ...due };
  return {
    ...copy,
    version: copy.version + 1,
    told: [...copy.told, now].toSorted((a, b) => a.sequence - b.sequence),
  };
}

/** Of each item the case that counts: one that was granted and not revoked, else the last that was handed in. */
export function counting(copies: readonly CaseCopy[]): Map<string, ItemCase> {
  const lives = copies.map((copy) => ({ copy, found: itemCase(copy) }));
  const revoked = new Set(
    lives.flatMap(({ copy: { about }, found }) => (about?.revokes && found.state === 'granted' ? [about.caseId] : [])),
  );
  const own = lives
    .filter(({ copy }) => !copy.about)
    .map(({ copy, found }) => ({
      copy,
      found: revoked.has(copy.caseId) ? { ...found, state: 'ended' as const } : found,
    }))
    .toSorted((a, b) => rankOf(a.found) - rankOf(b.found) || at(a.copy) - at(b.copy));
  return new Map(own.map(({ copy, found }) => [copy.itemKey, found]));
}

const at = ({ submittedAt }: CaseCopy): number => submittedAt.getTime();
const rankOf = ({ state }: ItemCase): number => (state === 'granted' ? 1 : 0);

const day = (moment: Date | undefined) => moment && dayOf(moment);

/** A case by its days. */
export function itemCase(copy: CaseCopy): ItemCase {
  const { state, acceptedAt, dueAt, endedAt, pauses } = lifeOf(copy);
  return {
    caseId: copy.caseId,
    state,
    submitted: dayOf(copy.submittedAt),
    accepted: day(acceptedAt),
    due: day(dueAt),
    ended: day(endedAt),
    pauses: pauses.map(({ from, until }) => ({ from: dayOf(from), until: day(until) })),
  };
}
