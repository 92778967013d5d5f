import type { CalendarYear } from '#shared/calendar';
import type { Application } from '../../domain/case/application.ts';
import { standingOf } from '../../domain/case/standing.ts';
import { plain } from '../../stores/rows.ts';

interface Seen {
  now: Date;
  calendar: readonly CalendarYear[];
  set: string;
}

/** A case as one line of a list, its clocks as they stand now. */
export function summaryOf(application: Application, { now, calendar, set }: Seen) {
  const { id, itemKey, state, outcome, number, createdAt, submittedAt } = application;
  const line = { id, itemKey, district: set, status: state, outcome, number, createdAt, submittedAt };
  return plain({ ...line, ...standingOf(application, now, calendar) });
}
