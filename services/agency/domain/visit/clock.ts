import { arePublished, dayOf, isWorkingDay, nextDay, type CalendarYear, type Day } from '#shared/calendar';
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
  const { appliedAt, days, opinion } = visit;
  const [first, last] = [dayOf(appliedAt), opinion ? dayOf(opinion.at) : today];
  if (!arePublished(first, last, calendar)) return { days };
  const spent = countedIn(visit, { first, last }, calendar);
  return { days, spent, late: spent > days, ...dueIn(visit, first, calendar) };
}

function countedIn(
  visit: Timed,
  { first, last }: { first: Day; last: Day },
  calendar: readonly CalendarYear[],
): number {
  let spent = 0;
  for (let day = nextDay(first); day <= last; day = nextDay(day)) {
    if (counts(visit, day, calendar)) spent += 1;
  }
  return spent;
}

const counts = ({ waits }: Timed, day: Day, calendar: readonly CalendarYear[]): boolean =>
  isWorkingDay(day, calendar) && !waits.some(({ from, until }) => from < day && (until === undefined || day <= until));

function dueIn(visit: Timed, first: Day, calendar: readonly CalendarYear[]): { due?: Day } {
  if (visit.waits.some(({ until }) => until === undefined)) return {};
  let day = first;
  for (let left = visit.days; left > 0;) {
    day = nextDay(day);
    if (!arePublished(day, day, calendar)) return {};
    if (counts(visit, day, calendar)) left -= 1;
  }
  return { due: day };
}
