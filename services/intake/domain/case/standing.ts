import { dayOf, endOf, workingDaysAfter, type CalendarYear } from '#shared/calendar';
import type { Limit } from '../catalogue/item.ts';
import { lightOf, type Light } from '../clock/light.ts';
import { dueOf, type Clock, type DueAt } from '../clock/limit.ts';
import { isOpen, isRunning, type Ahead } from './ahead.ts';
import type { Application } from './application.ts';
import type { Correction } from './correction.ts';
import { tolerateUntil } from './tolerance.ts';
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
export function correctBy({ at, days, extraDays = 0 }: Correction, calendar: Calendar): DueAt | undefined {
  return dueOf({ limit: workingDays(days, 'applicant'), from: at, extra: extraDays }, calendar);
}

/** When a limit of an accepted case ends; undefined before acceptance and while a pause is open. */
export function dueBy(application: Application, which: 'promised' | 'legal', calendar: Calendar): DueAt | undefined {
  return application.acceptedAt && dueOf(clockOf(application, which), calendar);
}

/** A limit of a case as it runs. One that runs from receipt has been running since the case came in. */
function clockOf(application: Application, which: 'promised' | 'legal'): Clock {
  const { acceptedAt, submittedAt, createdAt, pauses, extension } = application;
  const limit = application[which];
  const from = (limit.from === 'received' ? submittedAt : acceptedAt) ?? acceptedAt ?? createdAt;
  return { limit, from, pauses, extra: extension?.days ?? 0 };
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
  const { state, ahead } = application;
  const waiting = state === 'submitted' || state === 'refusal-proposed' ? acceptBy(application, calendar) : undefined;
  const due = dueOrKept(application, calendar);
  const legal = ahead?.legalDueAt ?? dueBy(application, 'legal', calendar)?.dueAt;
  return {
    ...(waiting && { acceptBy: waiting.dueAt }),
    ...(due && { dueAt: due.dueAt }),
    ...(legal && { legalDueAt: legal }),
    provisional: (due ?? waiting)?.provisional ?? false,
    ...(isRunning(application) && { light: lightOf(clockOf(application, 'promised'), look, calendar) }),
  };
}

/** Everything that a case still waits for, in any order. */
export function deadlinesOf(application: Application, calendar: Calendar): Deadline[] {
  const { state, corrections } = application;
  const answer = corrections.at(-1);
  if (state === 'submitted' || state === 'refusal-proposed') {
    return one('accept-silently', acceptBy(application, calendar));
  }
  if (state === 'correcting') return one('close-uncorrected', answer && correctBy(answer, calendar));
  const lapse = state === 'supplementing' ? one('lapse-supplement', answer && correctBy(answer, calendar)) : [];
  if (state === 'suspended' || state === 'supplementing') return [...lapse, ...renewal(application)];
  return state === 'accepted' ? [...warnings(application, calendar), ...renewal(application)] : [];
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
  const legal = isOpen(application) ? undefined : dueBy(application, 'legal', calendar);
  return {
    ...(at && { at }),
    ...(due && { dueAt: due.dueAt }),
    ...(due?.provisional && { provisional: true }),
    ...(legal && { legalDueAt: legal.dueAt }),
  };
}

/** The end of the promise; of a case that has ended as it was told then, whatever a calendar changed since. */
function dueOrKept(application: Application, calendar: Calendar): DueAt | undefined {
  const { ahead } = application;
  if (isOpen(application) || !ahead?.dueAt) return dueBy(application, 'promised', calendar);
  return { dueAt: ahead.dueAt, provisional: ahead.provisional ?? false };
}

const wait = (act: ClockAct, moment: Date | undefined): Deadline[] => (moment ? [{ act, at: moment }] : []);
const one = (act: ClockAct, due: DueAt | undefined): Deadline[] => wait(act, due?.dueAt);

/** 行政许可法 art. 50: not decided before the licence ends means renewed. */
const renewal = (application: Application): Deadline[] => wait('renew-silently', renewedAt(application));

/** Overdue is told to the head at once, to the supervisor a working day later, each once. */
function warnings(application: Application, calendar: Calendar): Deadline[] {
  const { warned } = application;
  const due = dueBy(application, 'promised', calendar);
  const late = due && endOf(workingDaysAfter(dayOf(due.dueAt), 1, calendar).day);
  const all: Deadline[] = [
    ...one('overdue-head', due),
    ...(late ? [{ act: 'overdue-supervisor' as const, at: late, limit: due.dueAt }] : []),
    ...one('tolerance-lapsed', tolerateUntil(application, calendar)),
    ...wait('licence-ended', unprovedAt(application)),
  ];
  return [...all.filter(({ act }) => !warned.some((given) => given === act)), ...lateSteps(application, calendar)];
}

/** A step has days of its own: it may be late though the whole is not. What stops the case stops its steps. */
function lateSteps({ tasks, pauses }: Application, calendar: Calendar): Deadline[] {
  return tasks.flatMap(({ n, state, days, late, openedAt }) => {
    const running = state === 'open' && days !== undefined && !late && openedAt;
    const due = running && dueOf({ limit: workingDays(days, 'office'), from: openedAt, pauses }, calendar);
    return due ? [{ act: 'step-overdue' as const, at: due.dueAt, task: n }] : [];
  });
}
