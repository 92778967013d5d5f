import { dayOf, endOf, workingDaysAfter, type CalendarYear, type Day } from '#shared/calendar';

/** Until when something is to be done: so many working days, counted from the day after (行政许可法 art. 82). */
export interface Limit {
  since: Day;
  days: number;
  /** The last day on which it is in time. */
  due: Day;
  /** True where the count ran into a year that is not published. */
  provisional: boolean;
}

interface Now {
  at: Date;
  calendar: readonly CalendarYear[];
}

export const limitFrom = (days: number, { at, calendar }: Now): Limit => counted(dayOf(at), days, calendar);

/** The same by the calendar as it is published now. */
export const recounted = ({ since, days }: Limit, calendar: readonly CalendarYear[]): Limit =>
  counted(since, days, calendar);

/** The first moment at which it is late. */
export const lateAt = ({ due }: Pick<Limit, 'due'>): Date => new Date(endOf(due).getTime() + 1);

function counted(since: Day, days: number, calendar: readonly CalendarYear[]): Limit {
  const { day, provisional } = workingDaysAfter(since, days, calendar);
  return { since, days, due: day, provisional };
}
