import * as z from 'zod';
import type { Role } from '#shared/actor';
import { dayOf, endOf, workingDaysAfter, type CalendarYear } from '#shared/calendar';
import { once } from '#shared/once';
import type { Application } from '../case/application.ts';
import { standsForItself } from '../case/follows.ts';
import { isSamePerson, type Known, type Person } from '../party/person.ts';
import { commitmentState, type CommitmentState } from './commitment-state.ts';

const acts = ['keep', 'order', 'break', 'repair'] as const;
export type CommitmentAct = (typeof acts)[number];

interface Transition {
  act: CommitmentAct;
  from: readonly CommitmentState[];
  to: CommitmentState;
  who: readonly Role[];
  when?: string;
}

const unsettled = ['to-check', 'fixing'] as const;

/** 告知承诺, once something was granted on it: it is checked, kept or not, and a broken one bars its party until it is repaired. */
export const commitmentGraph: readonly Transition[] = [
  { act: 'keep', from: unsettled, to: 'kept', who: ['approver', 'head'] },
  { act: 'order', from: ['to-check'], to: 'fixing', who: ['approver', 'head'] },
  { act: 'break', from: unsettled, to: 'broken', who: ['head'] },
  { act: 'repair', from: ['broken'], to: 'repaired', who: ['head'], when: 'another person than who broke it' },
];

const entry = once(() =>
  z.object({
    at: z.coerce.date(),
    act: z.enum(['grant', ...acts, 'recount']),
    office: z.string(),
    actor: z.string(),
    /** The person behind the account; of the clock there is none. */
    partyId: z.string().optional(),
    text: z.string().optional(),
  }),
);

/** What was granted on a commitment, until it is known whether that was kept. */
export const commitment = once(() =>
  z.object({
    caseId: z.uuid(),
    version: z.int().min(1),
    state: commitmentState,
    itemKey: z.string(),
    department: z.string(),
    partyId: z.string(),
    /** By when it is checked, or what was ordered is mended. */
    dueAt: z.coerce.date(),
    /** From when that was counted, in working days: a calendar may move it. */
    counted: z.object({ from: z.coerce.date(), days: z.int() }).optional(),
    /** The supervisor has been told that nobody checked it. */
    warned: z.boolean(),
    /** 撤销: the case that was opened because it was broken. */
    revocation: z.string().optional(),
    acts: z.array(entry()),
    timelineHash: z.string().default(''),
  }),
);
export type Commitment = z.infer<ReturnType<typeof commitment>>;

interface Acting {
  at: Date;
  office: string;
  by: Known;
  text: string;
}

type Time = Required<Pick<Commitment, 'dueAt' | 'counted'>>;

/** Working days that a check or a mending may take, and until when: they begin with the grant or the order. */
export function timeOf(days: number, from: Date, calendar: readonly CalendarYear[]): Time {
  return { dueAt: endOf(workingDaysAfter(dayOf(from), days, calendar).day), counted: { from, days } };
}

/** The check that a grant on a commitment asks for; undefined where nothing was granted on one by this act. */
export function commitmentOf(
  before: Application,
  after: Application,
  { office, by, calendar }: Pick<Acting, 'office'> & { by: Pick<Person, 'sub'>; calendar: readonly CalendarYear[] },
): Commitment | undefined {
  const { committed, checkWithin, outcome, decidedAt } = after;
  if (!committed || !checkWithin || outcome !== 'granted' || before.outcome || !decidedAt) return undefined;
  if (!standsForItself(after)) return undefined;
  const { id: caseId, itemKey, department, partyId } = after;
  return {
    caseId,
    itemKey,
    department,
    partyId,
    version: 1,
    state: 'to-check',
    ...timeOf(checkWithin, decidedAt, calendar),
    warned: false,
    acts: [{ at: decidedAt, act: 'grant', office, actor: by.sub }],
    timelineHash: '',
  };
}

/** What these roles may do next with a commitment. */
export function commitmentActions({ state }: Pick<Commitment, 'state'>, roles: readonly string[]): CommitmentAct[] {
  return commitmentGraph
    .filter(({ from, who }) => from.includes(state) && who.some((role) => roles.includes(role)))
    .map(({ act }) => act);
}

export type CommitmentRefusal = 'wrong-state' | 'same-person';
type Decided = { commitment: Commitment } | { refused: CommitmentRefusal };

/** One step on; who breaks a commitment does not repair it. */
export function stepOf(found: Commitment, act: CommitmentAct, acting: Acting & { time?: Time }): Decided {
  const { at, office, by, text, time } = acting;
  const way = commitmentGraph.find((one) => one.act === act && one.from.includes(found.state));
  if (!way) return { refused: 'wrong-state' };
  const breaker = found.acts.findLast((one) => one.act === 'break');
  if (act === 'repair' && breaker && isSamePerson({ sub: breaker.actor, partyId: breaker.partyId }, by))
    return { refused: 'same-person' };
  const acts = [...found.acts, { at, act, office, actor: by.sub, partyId: by.partyId, text }];
  const next = { ...found, state: way.to, version: found.version + 1, acts, ...(time && { ...time, warned: false }) };
  return { commitment: next };
}

/** When the clock must look at it: at the end of the time to check, once. */
export function checkDue({ state, dueAt, warned }: Commitment): { at: Date } | undefined {
  const open = unsettled.some((one) => one === state);
  return open && !warned ? { at: dueAt } : undefined;
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
export function warnUnchecked(found: Commitment, now: Date): Commitment | undefined {
  const due = checkDue(found);
  if (!due || now <= due.at) return undefined;
  return { ...found, warned: true, version: found.version + 1 };
}
