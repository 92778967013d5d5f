import type { Limit } from '../catalogue/item.ts';

/** How many of a unit make one working day: eight hours; of seven days five are worked, and a month has thirty. */
const inOneDay: Record<Limit['unit'], number> = { minute: 480, hour: 8, 'working-day': 1, day: 7 / 5, month: 7 / 150 };

/** A length of time in working days, so that lengths can be added up; one that is begun counts. */
export function inWorkingDays({ n, unit }: Pick<Limit, 'n' | 'unit'>): number {
  return Math.ceil(n / inOneDay[unit]);
}
