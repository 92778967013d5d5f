import { dayOf, endOf, isWorkingDay, nextDay, workingDaysAfter, type CalendarYear } from '#shared/calendar';
import { bandEnds, longest } from './band.ts';

const dayMs = 86_400_000;

/** The due times, both included, between which the cases of one light lie in a band; without `until` all that follow. */
export interface DueRange {
  band: number;
  from: Date;
  until?: Date;
}

interface Look {
  now: Date;
  threshold: number;
}

/**
 * Where the cases are, band by band, that are yellow or green at a moment: each of them lies there, and few others do.
 * Which part of a limit shows it in yellow may be another with each question.
 */
export function rangesOf(light: 'yellow' | 'green', look: Look, calendar: readonly CalendarYear[]): DueRange[] {
  return bandEnds.map((_, band) =>
    light === 'yellow' ? { band, from: look.now, ...lastYellow(band, look, calendar) } : firstGreen(band, look),
  );
}

/** The latest due time that may be yellow: of the longest limit of the band, with as many days left as it may have. */
function lastYellow(band: number, { now, threshold }: Look, calendar: readonly CalendarYear[]) {
  const days = bandEnds[band] ?? Infinity;
  if (days === Infinity) return {};
  const byDays = endOf(dayLeft(daysLeft(days, threshold), now, calendar)).getTime();
  const byTime = now.getTime() + (1 - threshold) * days * dayMs + 1;
  return { until: new Date(Math.max(byDays, byTime)) };
}

/** With how many days left a limit is yellow at first; the same division as that of the light, so that no rounding differs. */
function daysLeft(days: number, threshold: number): number {
  let left = 0;
  while (left < days && (days - left - 1) / days >= threshold) left += 1;
  return left;
}

/** The last day of a limit of which so many days are left. */
function dayLeft(left: number, now: Date, calendar: readonly CalendarYear[]) {
  let day = dayOf(now);
  if (left > 0) return workingDaysAfter(day, left, calendar).day;
  while (!isWorkingDay(day, calendar)) day = nextDay(day);
  return day;
}

/** The earliest due time that may be green: any limit of the band is yellow while fewer days are left than these. */
function firstGreen(band: number, { now, threshold }: Look): DueRange {
  const left = band === longest ? 0 : Math.floor((1 - threshold) * (bandEnds[band - 1] ?? 0));
  return { band, from: new Date(now.getTime() + left * dayMs) };
}
