import type { CalendarYear } from '#shared/calendar';
import { acceptSilently, closeUncorrected } from './acceptance.ts';
import type { Application } from './application.ts';
import { end, step, type Change } from './change.ts';
import { endPause } from './handing-in.ts';
import { deadlinesOf, type ClockAct } from './standing.ts';

/** What time itself does to a case by now; undefined where nothing is due. One act at a time, the oldest first. */
export function passTime(application: Application, now: Date, calendar: readonly CalendarYear[]): Change | undefined {
  const [due] = deadlinesOf(application, calendar)
    .filter(({ at }) => at < now)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return due && acts[due.act](application, now);
}

const acts: Record<ClockAct, (application: Application, now: Date) => Change> = {
  'accept-silently': (application) => acceptSilently(application),
  'close-uncorrected': (application, now) => closeUncorrected(application, now),
  'lapse-supplement': (application, now) =>
    step(application, 'lapse-supplement', { pauses: endPause(application, now) }),
  'renew-silently': (application, now) => renew(application, now),
  'overdue-head': (application) => warn(application, 'overdue-head'),
  'overdue-supervisor': (application) => ({
    ...warn(application, 'overdue-supervisor'),
    findings: [{ rule: 'overdue' }],
  }),
  'tolerance-lapsed': (application) => ({
    ...warn(application, 'tolerance-lapsed'),
    findings: [{ rule: 'tolerance-lapsed' }],
  }),
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

function warn(application: Application, warning: Application['warned'][number]): Change {
  return step(application, 'warn', { warned: [...application.warned, warning] });
}
