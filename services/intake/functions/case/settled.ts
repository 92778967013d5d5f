import type { CalendarYear } from '#shared/calendar';
import { factsOf, type Change } from '../../domain/case/change.ts';
import { nextDeadline, runningDue } from '../../domain/case/standing.ts';
import { raise } from '../../domain/supervision/finding.ts';
import type { Settled } from '../../stores/applications.ts';

/** A change with all that comes of it now: facts, findings, its place among what runs, and when the clock looks at the case next. */
export function settled(change: Change, now: { at: Date; calendar: readonly CalendarYear[] }): Settled {
  const { before, application, findings = [] } = change;
  const { calendar } = now;
  return {
    ...change,
    facts: factsOf(change, calendar),
    raised: findings.map((finding) => raise(application, finding, now)),
    running: { was: runningDue(before, calendar), is: runningDue(application, calendar) },
    due: { was: nextDeadline(before, calendar), is: nextDeadline(application, calendar) },
  };
}
