import type { CalendarYear } from '#shared/calendar';

/** Every day from the first to the last of them, in January 2026 and so on: `['01-01', '01-03']`. */
function span([first, last]: readonly [string, string]): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`2026-${first}`); at <= Date.parse(`2026-${last}`); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

const holidays: readonly (readonly [string, string])[] = [
  ['01-01', '01-03'],
  ['02-15', '02-23'],
  ['04-04', '04-06'],
  ['05-01', '05-05'],
  ['06-19', '06-21'],
  ['09-25', '09-27'],
  ['10-01', '10-07'],
];

/** The State Council's notice for 2026: days off, and the weekend days worked in their place. */
export const calendar2026: CalendarYear = {
  year: 2026,
  off: holidays.flatMap(span),
  worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'].map((day) => `2026-${day}`),
};
