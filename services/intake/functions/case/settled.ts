import type { CalendarYear } from '#shared/calendar';
import { factsOf, type Change } from '../../domain/case/change.ts';
import { aheadOf } from '../../domain/case/standing.ts';
import { documentFacts } from '../../domain/document/kind.ts';
import { raise } from '../../domain/supervision/finding.ts';
import { measuredFacts } from '../../domain/supervision/measure.ts';
import type { Settled } from '../../stores/applications.ts';

/** A change with all that comes of it now: facts, findings, its place among what runs, and when the clock looks at the case next. */
export function settled(change: Change, now: { at: Date; calendar: readonly CalendarYear[] }): Settled {
  const { application, findings = [] } = change;
  return {
    ...change,
    application: { ...application, ahead: aheadOf(application, now.calendar) },
    facts: [...factsOf(change, now.calendar), ...documentFacts(change), ...measuredFacts(change, now.calendar)],
    raised: findings.map((finding) => raise(application, finding, now)),
  };
}
