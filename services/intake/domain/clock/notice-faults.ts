import { isWeekend, isWorkingDay, nextDay, type CalendarYear, type Day } from '#shared/calendar';
import type { Notice, Proposed } from './notice.ts';
import { mostOff } from './slowest.ts';

export interface NoticeFault {
  path: (string | number)[];
  code: 'too-early' | 'notice-year' | 'past' | 'other-year' | 'twice' | 'weekday' | 'not-off' | 'too-few' | 'too-many';
  about: string;
}

// The law gives 11 days a year, from 2025 on 13.
const fewest = 10;

/** The day on which a notice is looked at, and what its year is counted by until then; undefined where by nothing yet. */
export interface Known {
  today: Day;
  known: CalendarYear | undefined;
}

/** Everything in a notice that cannot be so; empty where a second person may look at it. */
export function faultsIn(days: Proposed, year: number, { today, known }: Known): NoticeFault[] {
  return [
    ...(year > yearOf(today) + 1 ? [{ path: [], code: 'too-early' as const, about: String(year) }] : []),
    ...noticeFaults(days, year, today),
    ...misplaced(days, year),
    ...fixedHolidays(days, year),
    ...countFaults(days),
    ...(known && days.correction === undefined ? pastFaults(days, known, today) : []),
  ];
}

/** The days of a year are published in the autumn before, and amended in the year itself: no other notice speaks of them. */
function noticeFaults({ notice }: Notice, year: number, today: Day): NoticeFault[] {
  const written = Number(/〔(\d{4})〕/.exec(notice)?.[1]);
  const fits = (written === year || written === year - 1) && written <= yearOf(today);
  return fits ? [] : [{ path: ['notice'], code: 'notice-year', about: String(year) }];
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Days that are over stay what they were, as limits were counted by them, unless somebody says why they are corrected. */
function pastFaults({ off, worked }: Notice, known: CalendarYear, today: Day): NoticeFault[] {
  const [is, faults]: [CalendarYear, NoticeFault[]] = [{ year: known.year, off, worked }, []];
  for (let day = `${known.year}-01-01`; day < today && day.startsWith(`${known.year}-`); day = nextDay(day)) {
    if (isWorkingDay(day, [is]) === isWorkingDay(day, [known])) continue;
    faults.push({ path: placeOf(day, { off, worked }, known), code: 'past', about: day });
  }
  return faults;
}

/** Where a day stands that has turned; the list that it has left, where it stands nowhere any more. */
function placeOf(day: Day, { off, worked }: Pick<Notice, 'off' | 'worked'>, known: CalendarYear): NoticeFault['path'] {
  if (off.includes(day)) return ['off', off.indexOf(day)];
  if (worked.includes(day)) return ['worked', worked.indexOf(day)];
  return [known.off.includes(day) ? 'off' : 'worked'];
}

/** Days that lie in another year, stand twice, or are called a worked weekend and are none. */
function misplaced({ off, worked }: Notice, year: number): NoticeFault[] {
  const seen = new Set<Day>();
  const look = (list: 'off' | 'worked') => (day: Day, n: number) => {
    const faults: NoticeFault['code'][] = [];
    if (!day.startsWith(`${year}-`)) faults.push('other-year');
    if (seen.has(day)) faults.push('twice');
    if (list === 'worked' && !isWeekend(day)) faults.push('weekday');
    seen.add(day);
    return faults.map((code) => ({ path: [list, n], code, about: day }));
  };
  return [...off.flatMap(look('off')), ...worked.flatMap(look('worked'))];
}

/** Holidays that the law fixes by the solar calendar (全国年节及纪念日放假办法 art. 2): no notice leaves them out. */
function fixedHolidays({ off }: Notice, year: number): NoticeFault[] {
  const fixed = ['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`);
  return fixed.filter((day) => !off.includes(day)).map((day) => ({ path: ['off'], code: 'not-off', about: day }));
}

/** How many working days the year loses: days off that are no weekend, less the weekend days worked. */
function countFaults({ off, worked }: Notice): NoticeFault[] {
  const weekdays = new Set(off.filter((day) => !isWeekend(day))).size;
  const lost = weekdays - new Set(worked).size;
  if (lost < fewest) return [{ path: ['off'], code: 'too-few', about: String(lost) }];
  return weekdays > mostOff ? [{ path: ['off'], code: 'too-many', about: String(weekdays) }] : [];
}
