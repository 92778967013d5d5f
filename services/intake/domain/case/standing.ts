import type { CalendarYear } from '#shared/calendar';
import { extraOf } from '../catalogue/extension.ts';
import type { Limit } from '../catalogue/item.ts';
import { bandOf } from '../clock/band.ts';
import { lightOf, type Light } from '../clock/light.ts';
import { dueOf, surelyPast, type Clock, type DueAt } from '../clock/limit.ts';
import { isOpen, type Ahead } from './ahead.ts';
import type { Application } from './application.ts';
import type { Correction } from './correction.ts';
import { awaitsAcceptance, isHeld } from './joint-case.ts';
import { lateSteps } from './late-steps.ts';
import { tolerateUntil } from './tolerating.ts';
import { renewedAt, unprovedAt } from './renewal.ts';

/** What the clock does to a case when nobody else has done anything by then. */
export type ClockAct =
  | 'accept-silently'
  | 'close-uncorrected'
  | 'lapse-supplement'
  | 'renew-silently'
  | 'overdue-head'
  | 'overdue-supervisor'
  | 'tolerance-lapsed'
  | 'licence-ended'
  | 'step-overdue';

export interface Deadline {
  act: ClockAct;
  at: Date;
  /** The limit that has passed, where that is not the same moment. */
  limit?: Date;
  /** The task that it is about. */
  task?: number;
}

type Calendar = readonly CalendarYear[];

/** 行政许可法 art. 32(4): all that is missing is told within five working days; otherwise the case is accepted. */
const toAccept: Limit = { n: 5, unit: 'working-day', from: 'received', of: 'office' };
const workingDays = (n: number, of: Limit['of']): Limit => ({ n, unit: 'working-day', from: 'received', of });

/** When the office must have accepted or told what is missing; undefined where it need not. */
export function acceptBy({ submittedAt }: Application, calendar: Calendar): DueAt | undefined {
  return submittedAt && dueOf({ limit: toAccept, from: submittedAt }, calendar);
}

/** When the answer to a correction notice must be in. */
export function correctBy({ at, days, extraDays = 0, until }: Correction, calendar: Calendar): DueAt | undefined {
  const due = dueOf(
    { limit: workingDays(days, 'applicant'), from: at, extra: { n: extraDays, unit: 'working-day' } },
    calendar,
  );
  return due && until && until > due.dueAt ? { ...due, dueAt: until } : due;
}

/** When a limit of a case ends; undefined before it begins and while a pause is open. */
export function dueBy(application: Application, which: 'promised' | 'legal', calendar: Calendar): DueAt | undefined {
  const clock = clockOf(application, which);
  return clock && dueOf(clock, calendar);
}

/** A limit of a case as it runs: from receipt it has been running whether or not anybody has accepted the case. */
function clockOf(application: Application, which: 'promised' | 'legal'): Clock | undefined {
  const { acceptedAt, submittedAt, extension, [which]: limit } = application;
  const from = (limit.from === 'received' ? submittedAt : acceptedAt) ?? acceptedAt;
  return from && { limit, from, pauses: pausesOf(application), extra: extraOf(extension) };
}

/** While the applicant is asked for what is missing, nothing runs against the office; with his answer it begins anew. */
function pausesOf({ state, pauses, corrections }: Application): Clock['pauses'] {
  const notice = state === 'correcting' ? corrections.at(-1) : undefined;
  return notice ? [...pauses, { from: notice.at }] : pauses;
}

/** When somebody looks, and from which part of a limit on his set shows it in yellow. */
export interface Look {
  now: Date;
  threshold: number;
}

export interface Standing {
  acceptBy?: Date;
  dueAt?: Date;
  legalDueAt?: Date;
  provisional: boolean;
  light?: Light;
}

/** Where the clocks of a case stand at a moment. Computed when somebody looks; a case that has ended keeps the end it had. */
export function standingOf(application: Application, look: Look, calendar: Calendar): Standing {
  const { ahead } = application;
  const waiting = awaitsAcceptance(application) ? acceptBy(application, calendar) : undefined;
  const due = dueOrKept(application, calendar);
  const legal = keptLegal(ahead) ?? dueBy(application, 'legal', calendar);
  const running = isOpen(application) ? clockOf(application, 'promised') : undefined;
  return {
    ...(waiting && { acceptBy: waiting.dueAt }),
    ...(due && { dueAt: due.dueAt }),
    ...(legal && { legalDueAt: legal.dueAt }),
    // One word for all that is shown: whoever reads any of these dates must know that it may still move.
    provisional: [waiting, due, legal].some((one) => one?.provisional),
    ...(running && { light: lightOf(running, look, calendar) }),
  };
}

/** Everything that a case still waits for, in any order. */
export function deadlinesOf(application: Application, calendar: Calendar): Deadline[] {
  const { state } = application;
  const late = overdue(application, calendar);
  if (awaitsAcceptance(application)) return [...one('accept-silently', acceptBy(application, calendar)), ...late];
  if (state === 'correcting') return [...answer(application, 'close-uncorrected', calendar), ...late];
  if (isHeld(application)) return isOpen(application) ? late : [];
  if (!inReview.has(state)) return [];
  const lapse = state === 'supplementing' ? answer(application, 'lapse-supplement', calendar) : [];
  // What had passed before a pause began is late whatever happens then (`dueOf`).
  const told = [...late, ...lateSteps(application, calendar)];
  const warned = state === 'accepted' ? warnings(application, calendar) : [];
  return [...lapse, ...told, ...warned, ...renewal(application)];
}

const inReview: ReadonlySet<Application['state']> = new Set(['accepted', 'suspended', 'supplementing']);

/** What comes when nobody answers a notice. */
function answer({ corrections }: Application, act: ClockAct, calendar: Calendar): Deadline[] {
  const notice = corrections.at(-1);
  return one(act, notice && correctBy(notice, calendar));
}

/** The first of them; what comes next is known once that has happened. */
export function nextDeadline(application: Application, calendar: Calendar): Deadline | undefined {
  return deadlinesOf(application, calendar).toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
}

/** What the clock and others need to know of a case now; undefined where nothing runs yet. */
export function aheadOf(application: Application, calendar: Calendar): Ahead | undefined {
  if (application.state === 'draft') return undefined;
  const at = nextDeadline(application, calendar)?.at;
  const due = dueBy(application, 'promised', calendar);
  const open = isOpen(application);
  const legal = open ? undefined : dueBy(application, 'legal', calendar);
  return {
    ...(at && { at }),
    ...(due && { dueAt: due.dueAt }),
    ...(due?.provisional && { provisional: true }),
    ...(legal && { legalDueAt: legal.dueAt }),
    ...(legal?.provisional && { legalProvisional: true }),
    ...(open && placeByLight(clockOf(application, 'promised'), due, calendar)),
  };
}

/** Where a limit that runs stands in the lists by light: among those of its length, or of those that are paused. */
function placeByLight(running: Clock | undefined, due: DueAt | undefined, calendar: Calendar) {
  if (!running) return {};
  if (due) return { band: bandOf(running, calendar) };
  const pausedSince = running.pauses?.find(({ until }) => !until)?.from;
  return pausedSince && { pausedSince };
}

/** The end of the promise; of a case that has ended as it was told then, whatever a calendar changed since. */
function dueOrKept(application: Application, calendar: Calendar): DueAt | undefined {
  const { ahead } = application;
  if (isOpen(application) || !ahead?.dueAt) return dueBy(application, 'promised', calendar);
  return { dueAt: ahead.dueAt, provisional: ahead.provisional ?? false };
}

const keptLegal = ({ legalDueAt: dueAt, legalProvisional: provisional = false }: Ahead = {}): DueAt | undefined =>
  dueAt && { dueAt, provisional };

const wait = (act: ClockAct, moment: Date | undefined): Deadline[] => (moment ? [{ act, at: moment }] : []);
/** By a calendar that nobody has published nothing is done: it waits for that, or for the last day that any could make it. */
const one = (act: ClockAct, due: DueAt | undefined): Deadline[] => wait(act, due && surelyPast(due));

/** 行政许可法 art. 50: not decided before the licence ends means renewed. */
const renewal = (application: Application): Deadline[] => wait('renew-silently', renewedAt(application));

/** Overdue is told to the head at once, to the supervisor a working day later, each once. */
function overdue(application: Application, calendar: Calendar): Deadline[] {
  const due = dueBy(application, 'promised', calendar);
  const supervisor = due
    ? [{ act: 'overdue-supervisor' as const, at: dayLater(due, calendar), limit: surelyPast(due) }]
    : [];
  return untold(application, [...one('overdue-head', due), ...supervisor]);
}

/** A working day after a limit has surely passed. */
function dayLater(due: DueAt, calendar: Calendar): Date {
  const from = surelyPast(due);
  const next = dueOf({ limit: workingDays(1, 'office'), from }, calendar);
  if (!next) throw new Error('what nothing pauses ends');
  return due.provisional ? next.dueAt : surelyPast(next);
}

function warnings(application: Application, calendar: Calendar): Deadline[] {
  const lapse = one('tolerance-lapsed', tolerateUntil(application, calendar));
  const ended = wait('licence-ended', unprovedAt(application));
  return untold(application, [...lapse, ...ended]);
}

const untold = ({ warned }: Application, all: readonly Deadline[]): Deadline[] =>
  all.filter(({ act }) => !warned.some((given) => given === act));
