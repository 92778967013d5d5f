import type { Role } from '#shared/actor';
import type { CalendarYear } from '#shared/calendar';
import { surelyPast } from '../clock/limit.ts';
import { isSamePerson, type Known } from '../party/person.ts';
import type { CommitmentState } from './commitment-state.ts';
import {
  checkBy,
  checkDue,
  commitmentActs,
  timeOf,
  unsettled,
  type Commitment,
  type CommitmentAct,
  type ofGrant,
  type Time,
} from './commitment.ts';

// What is done with a promise after it was made, apart from that: no start needs it.

interface Transition {
  act: CommitmentAct | (typeof ofGrant)[number];
  from: readonly CommitmentState[];
  to: CommitmentState;
  who: readonly (Role | 'clock')[];
  when?: string;
}

/** 告知承诺, once something was granted on it: it is checked, kept or not, and a broken one bars its party until it is repaired. */
export const commitmentGraph: readonly Transition[] = [
  { act: 'keep', from: unsettled, to: 'kept', who: ['approver', 'head'] },
  { act: 'order', from: ['to-check'], to: 'fixing', who: ['approver', 'head'] },
  { act: 'break', from: unsettled, to: 'broken', who: ['head'] },
  { act: 'repair', from: ['broken'], to: 'repaired', who: ['head'], when: 'another person than who broke it' },
  // A breach has no other ground than what its revocation has found.
  { act: 'clear', from: ['broken'], to: 'cleared', who: ['clock'], when: 'its revocation is refused or annulled' },
  { act: 'end', from: unsettled, to: 'ended', who: ['clock'], when: 'its grant is taken back' },
  { act: 'resume', from: ['ended'], to: 'to-check', who: ['clock'], when: 'its grant stands again' },
];

interface Acting {
  at: Date;
  office: string;
  by: Known;
  text: string;
}

/** What these roles may do next with a commitment. */
export function commitmentActions({ state }: Pick<Commitment, 'state'>, roles: readonly string[]): CommitmentAct[] {
  const open = commitmentGraph.filter(
    ({ from, who }) => from.includes(state) && who.some((one) => roles.includes(one)),
  );
  return commitmentActs.filter((act) => open.some((one) => one.act === act));
}

export const commitmentArrow = ({ state }: Commitment, act: Transition['act']): Transition | undefined =>
  commitmentGraph.find((one) => one.act === act && one.from.includes(state));

export type CommitmentRefusal = 'wrong-state' | 'same-person';
type Decided = { commitment: Commitment } | { refused: CommitmentRefusal };

/** One step on; who breaks a commitment does not repair it. */
export function stepOf(found: Commitment, act: CommitmentAct, acting: Acting & { time?: Time }): Decided {
  const { at, office, by, text, time } = acting;
  const way = commitmentArrow(found, act);
  if (!way) return { refused: 'wrong-state' };
  const breaker = found.acts.findLast((one) => one.act === 'break');
  if (act === 'repair' && breaker && isSamePerson({ sub: breaker.actor, partyId: breaker.partyId }, by))
    return { refused: 'same-person' };
  const acts = [...found.acts, { at, act, office, actor: by.sub, partyId: by.partyId, text }];
  const next = { ...found, state: way.to, version: found.version + 1, acts, ...(time && { ...time, warned: false }) };
  return { commitment: next };
}

/** When the clock must look at it by today's calendars: nothing is done on a guess. */
export function checkLook(found: Commitment, calendar: readonly CalendarYear[]): { at: Date } | undefined {
  return checkDue(found) && { at: surelyPast(checkBy(found, calendar)) };
}

/** What a calendar does to the time of a check; undefined where nothing, or where its end was told already. */
export function recountCheck(
  found: Commitment,
  { at, office, by, calendar }: Omit<Acting, 'text'> & { calendar: readonly CalendarYear[] },
): Commitment | undefined {
  const time = checkDue(found) && found.counted && timeOf(found.counted.days, found.counted.from, calendar);
  if (!time || time.dueAt.getTime() === found.dueAt.getTime()) return undefined;
  const acts = [...found.acts, { at, act: 'recount' as const, office, actor: by.sub }];
  return { ...found, ...time, version: found.version + 1, acts };
}

/** Nobody has checked in time: a supervisor hears of it, once for each time that was set. */
export const warnUnchecked = (found: Commitment): Commitment => ({
  ...found,
  warned: true,
  version: found.version + 1,
});
