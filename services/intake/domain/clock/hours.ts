import { dayOf, isWorkingDay, nextDay, startOf, type CalendarYear, type Day } from '#shared/calendar';
import { pausedTimes, type Pause } from './pause.ts';

/** A part of the day in which somebody is at work, in minutes after midnight. */
export interface Shift {
  from: number;
  until: number;
}

/** 9:00-12:00 and 13:30-17:00, where the set says nothing else. */
export const usualHours: readonly Shift[] = [
  { from: 9 * 60, until: 12 * 60 },
  { from: 13 * 60 + 30, until: 17 * 60 },
];

/** The office hours of the set whose calendars these are, on a day. */
const hoursOn = (calendar: readonly CalendarYear[], day: Day): readonly Shift[] =>
  calendar.find(({ hours }) => hours)?.hours?.findLast(({ from }) => from <= day)?.shifts ?? usualHours;

interface Span {
  from: number;
  until: number;
}

/**
 * The times in which a limit of minutes or hours runs, from its beginning on: the office hours of days that are worked, without
 * its pauses. Nobody is late while nobody is at work. They end only where a pause does not.
 */
export function* workedTimes(
  { from, pauses = [] }: { from: Date; pauses?: readonly Pause[] | undefined },
  calendar: readonly CalendarYear[],
): Generator<Span> {
  const stops = pausedTimes(pauses);
  const last = stops.find(({ until }) => until === Infinity)?.from ?? Infinity;
  for (let day = dayOf(from); startOf(day).getTime() < last; day = nextDay(day)) {
    if (!isWorkingDay(day, calendar)) continue;
    const midnight = startOf(day).getTime();
    for (const shift of hoursOn(calendar, day)) {
      const begins = Math.max(from.getTime(), midnight + shift.from * 60_000);
      yield* without(stops, { from: begins, until: midnight + shift.until * 60_000 });
    }
  }
}

function* without(stops: readonly Span[], { from, until }: Span): Generator<Span> {
  let at = from;
  for (const stop of stops) {
    if (stop.from >= until) break;
    if (stop.from > at) yield { from: at, until: stop.from };
    at = Math.max(at, stop.until);
  }
  if (at < until) yield { from: at, until };
}
