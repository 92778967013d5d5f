import * as z from 'zod';
import type { CalendarYear } from '#shared/calendar';
import { once } from '#shared/once';
import type { Application } from '../case/application.ts';
import type { DueAt } from '../clock/limit.ts';
import { afterWorkingDays } from '../clock/working-days.ts';
import { standsForItself } from '../case/follows.ts';
import type { Person } from '../party/person.ts';
import { commitmentState } from './commitment-state.ts';

export const commitmentActs = ['keep', 'order', 'break', 'repair'] as const;
export type CommitmentAct = (typeof commitmentActs)[number];
/** What becomes of a promise by what becomes of the grant that was made on it. */
export const ofGrant = ['clear', 'end', 'resume'] as const;

export const unsettled = ['to-check', 'fixing'] as const;

const entry = once(() =>
  z.object({
    at: z.coerce.date(),
    act: z.enum(['grant', ...commitmentActs, ...ofGrant, 'recount']),
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

export type Time = Required<Pick<Commitment, 'dueAt' | 'counted'>>;

/** Working days that a check or a mending may take, and until when: they begin with the grant or the order. */
export function timeOf(days: number, from: Date, calendar: readonly CalendarYear[]): Time {
  return { dueAt: afterWorkingDays(days, from, calendar).dueAt, counted: { from, days } };
}

/** The check that a grant on a commitment asks for; undefined where nothing was granted on one by this act. */
export function commitmentOf(
  before: Application,
  after: Application,
  { office, by, calendar }: { office: string; by: Pick<Person, 'sub'>; calendar: readonly CalendarYear[] },
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

/** Neither kept nor broken: it is to be checked, or what was ordered to be mended. */
export const isUnsettled = ({ state }: Commitment) => unsettled.some((one) => one === state);

/** The end of the time to check as it stands by today's calendars; what is settled keeps the end that it had. */
export function checkBy(found: Commitment, calendar: readonly CalendarYear[]): DueAt {
  const { counted, dueAt } = found;
  return counted && isUnsettled(found)
    ? afterWorkingDays(counted.days, counted.from, calendar)
    : { dueAt, provisional: false };
}

/** When the clock looks at it first: at the end of the time to check, once. */
export function checkDue(found: Commitment): { at: Date } | undefined {
  return isUnsettled(found) && !found.warned ? { at: found.dueAt } : undefined;
}
