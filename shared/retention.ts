import * as z from 'zod';
import { monthsAfter, type Day } from '#shared/calendar';

/** 保管期限: for how long what belongs to a closed case is kept (机关档案管理规定: for good, 30 years, 10 years). */
export const retention = z.enum(['permanent', '30-years', '10-years']);
export type Retention = z.infer<typeof retention>;

/** A day that stands for no day: what is kept for good. */
export const forGood: Day = '9999-12-31';

const years = { '30-years': 30, '10-years': 10 } as const;

/** The last day on which it is kept, from the day of the closing; undefined where that is for good. */
export function keptUntil(how: Retention, closedOn: Day): Day | undefined {
  return how === 'permanent' ? undefined : monthsAfter(closedOn, years[how] * 12);
}
