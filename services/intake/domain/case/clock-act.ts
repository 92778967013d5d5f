import { WarningGivenV1 } from '#events/intake/warning-given.v1';
import { fact } from '#events/event';
import type { CalendarYear } from '#shared/calendar';
import { acceptSilently, closeUncorrected } from './acceptance.ts';
import type { Warning } from '../supervision/warning.ts';
import { warnings, type Application } from './application.ts';
import { end, step, type Change } from './change.ts';
import { endPause } from './handing-in.ts';
import { deadlinesOf, type ClockAct, type Deadline } from './standing.ts';

/** What time itself does to a case by now; undefined where nothing is due. One act at a time, the oldest first. */
export function passTime(application: Application, now: Date, calendar: readonly CalendarYear[]): Change | undefined {
  const [due] = deadlinesOf(application, calendar)
    .filter(({ at }) => at < now)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return due && acts[due.act](application, due);
}

/** What time does holds as of the time that was due, however late the walk comes: who is late must not gain days by it. */
const acts: Record<ClockAct, (application: Application, due: Deadline) => Change> = {
  'accept-silently': (application, { at }) => acceptSilently(application, at),
  'close-uncorrected': (application, { at }) => closeUncorrected(application, at),
  'lapse-supplement': (application, { at }) =>
    step(application, 'lapse-supplement', { pauses: endPause(application, at) }),
  'renew-silently': (application, { at }) => renew(application, at),
  'overdue-head': (application, due) => warn(application, due, { kind: 'overdue', to: 'head' }),
  'overdue-supervisor': (application, due) => ({
    ...warn(application, due, { kind: 'overdue', to: 'supervisor' }),
    findings: [{ rule: 'overdue' }],
  }),
  'tolerance-lapsed': (application, due) => ({
    ...warn(application, due, { kind: 'tolerance-lapsed', to: 'head' }),
    findings: [{ rule: 'tolerance-lapsed' }],
  }),
  'licence-ended': (application) => ({
    ...step(application, 'warn', { warned: [...application.warned, 'licence-ended'] }),
    findings: [{ rule: 'renewal-undecided' }],
  }),
  'step-overdue': (application, due) => warnOfStep(application, due),
};

/** 行政许可法 art. 50: undecided when the licence ends counts as renewed, and against the office. */
function renew(application: Application, at: Date): Change {
  const decision = { outcome: 'granted' as const, opinion: '逾期未作决定，视为准予延续。' };
  const ended = end(application, 'renew-silently', {
    outcome: 'granted',
    at,
    decision,
    pauses: endPause(application, at),
  });
  return { ...ended, findings: [{ rule: 'renewed-by-silence' }] };
}

/** Tells of a limit that has passed, once: the mark stays whatever an extension or a calendar does to the limit. */
function warn(application: Application, { act, at, limit = at }: Deadline, tells: Pick<Passed, 'kind' | 'to'>): Change {
  const marks = warnings.filter((one) => one === act);
  const warning = { ...tells, department: application.department, dueAt: limit };
  return told(step(application, 'warn', { warned: [...application.warned, ...marks] }), warning);
}

function warnOfStep(application: Application, { at, task: n }: Deadline): Change {
  const found = application.tasks.find((one) => one.n === n);
  if (!found) throw new Error('a step that is not there cannot be late');
  const tasks = application.tasks.map((one) => (one === found ? { ...one, late: true as const } : one));
  const { department } = found;
  const warning = { kind: 'step-overdue' as const, to: 'head' as const, department, dueAt: at, task: found.n };
  const findings = [{ rule: 'step-overdue' as const, about: String(found.n), department }];
  return { ...told(step(application, 'warn', { tasks }), warning), findings };
}

type Passed = Warning & { kind: Exclude<Warning['kind'], 'nobody-left'> };

function told(change: Change, warning: Passed): Change {
  const { dueAt, ...rest } = warning;
  const data = { caseId: change.application.id, ...rest, dueAt: dueAt.toISOString() };
  return { ...change, warning, facts: [fact(WarningGivenV1, data)] };
}
