import { isWeekend, type Day } from '#shared/calendar';
import type { Notice } from './notice.ts';

export interface NoticeFault {
  path: (string | number)[];
  code: 'too-early' | 'other-year' | 'twice' | 'weekday' | 'not-off' | 'too-few' | 'too-many';
  about: string;
}

// The law gives 11 days a year, from 2025 on 13; the extension of January 2020 gave some more.
const fewest = 10;
const most = 40;

/** Everything in a notice that cannot be so; empty where a second person may look at it. */
export function faultsIn(days: Notice, year: number, today: Day): NoticeFault[] {
  return [
    ...(year > Number(today.slice(0, 4)) + 1 ? [{ path: [], code: 'too-early' as const, about: String(year) }] : []),
    ...misplaced(days, year),
    ...fixedHolidays(days, year),
    ...countFaults(days),
  ];
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
  const lost = new Set(off.filter((day) => !isWeekend(day))).size - new Set(worked).size;
  if (lost < fewest) return [{ path: ['off'], code: 'too-few', about: String(lost) }];
  return lost > most ? [{ path: ['off'], code: 'too-many', about: String(lost) }] : [];
}
