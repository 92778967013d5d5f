import type { Fact } from '#events/event';
import type { CalendarYear } from '#shared/calendar';
import { commitmentOf, type Commitment } from '../commitment/commitment.ts';
import { documentFacts } from '../document/kind.ts';
import { raise } from '../supervision/finding.ts';
import type { RaisedFinding } from '../supervision/finding-record.ts';
import { measuredFacts } from '../supervision/measure.ts';
import { factsOf, type Change } from './change.ts';
import type { Seat } from './quota.ts';
import { aheadOf } from './standing.ts';

/** A change with all that follows from it: what others are told and shown, when the clock looks at the case next, what begins. */
export interface Settled extends Change {
  facts: readonly Fact[];
  raised: readonly RaisedFinding[];
  /** The check of what was granted on a commitment. */
  check?: Commitment | undefined;
  /** The place that a grant takes in a line, or that is given back. */
  seat?: Seat | undefined;
}

/** When and by whom a change is made, and what was looked up for it. */
interface Now {
  at: Date;
  office: string;
  actor: { sub: string };
  calendar: readonly CalendarYear[];
  seat?: Seat | undefined;
}

/** What follows from a change, whoever made it: somebody over HTTP, a bundle, or time. */
export function settled(change: Change, now: Now): Settled {
  const { application, before, findings = [] } = change;
  const { calendar, office, actor: by, seat } = now;
  return {
    ...change,
    application: { ...application, ahead: aheadOf(application, calendar) },
    facts: [...factsOf(change, calendar), ...documentFacts(change), ...measuredFacts(change, calendar)],
    raised: findings.map((finding) => raise(application, finding, now)),
    check: commitmentOf(before, application, { office, by, calendar }),
    seat,
  };
}
