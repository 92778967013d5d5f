import { dayOf, nextDay, startOf } from '#shared/calendar';

/** Hours of a day in Shanghai, `hh:mm`: the first in which it is quiet, and the first in which it is not any more. */
export interface Quiet {
  from: string;
  until: string;
}

/** From ten in the evening to eight in the morning, for whoever has said nothing else. */
export const usualQuiet: Quiet = { from: '22:00', until: '08:00' };

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** When something may be sent: now, or when it is quiet now, at the end of that. Two equal hours: it never is. */
export function loudFrom(now: Date, { from, until }: Quiet = usualQuiet): Date {
  const day = dayOf(now);
  const [first, end] = [minutesOf(from), minutesOf(until)];
  const minute = Math.floor((now.getTime() - startOf(day).getTime()) / 60_000);
  const within = first <= end ? first <= minute && minute < end : minute >= first || minute < end;
  if (!within) return now;
  // What began in the evening ends on the day after.
  const last = minute < end ? day : nextDay(day);
  return new Date(startOf(last).getTime() + end * 60_000);
}
