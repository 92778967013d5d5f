import { arePublished, dayOf, type CalendarYear, type Day } from '#shared/calendar';
import { dueDay, usedDays, type StageClock } from '../stage/clock.ts';
import type { JointVisit } from './visit.ts';

type Timed = Pick<JointVisit, 'appliedAt' | 'days' | 'waits' | 'opinion'>;

/** How far a visit is in its limit. */
export interface VisitClock {
  days: number;
  /** Working days that count, up to today or to the opinion; absent where a year is not published. */
  spent?: number;
  /** The last day of its limit; absent while it waits for the investor, and where a year is not published. */
  due?: Day;
  late?: boolean;
}

/**
 * Working days from the day after the application (行政许可法 art. 82) to the opinion, less those after the day on which it became
 * the investor's turn, up to and with the one on which that ended.
 */
export function clockOf(visit: Timed, today: Day, calendar: readonly CalendarYear[]): VisitClock {
  const { appliedAt, days, opinion, waits } = visit;
  const [first, decided] = [dayOf(appliedAt), opinion && dayOf(opinion.at)];
  const last = decided ?? today;
  if (!arePublished(first, last, calendar)) return { days };
  // A stage of one item, which is paused while the investor is to do something.
  const clock: StageClock = { accepted: first, items: [{ decided, pauses: waits }] };
  const spent = usedDays(clock, last, calendar);
  const isWaiting = waits.some(({ until }) => until === undefined);
  const due = isWaiting ? undefined : dueDay(clock, days, calendar);
  return { days, spent, late: spent > days, ...(due && !due.provisional && { due: due.day }) };
}
