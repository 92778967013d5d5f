import type { CalendarYear } from '#shared/calendar';
import type { Application } from './application.ts';
import { deadlinesOf, type ClockAct } from './standing.ts';

const moving: ReadonlySet<ClockAct> = new Set([
  'accept-silently',
  'close-uncorrected',
  'lapse-supplement',
  'renew-silently',
]);

/** Whether time has brought a case to another state by now, be it written down or not; a warning alone does not. */
export function isMovedByTime(application: Application, now: Date, calendar: readonly CalendarYear[]): boolean {
  return deadlinesOf(application, calendar).some(({ act, at }) => at < now && moving.has(act));
}
