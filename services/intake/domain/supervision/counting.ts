import type * as z from 'zod';
import type { CaseMeasuredV1 } from '#events/intake/case-measured.v1';
import type { Dimension } from './dimension.ts';
import { daysKey, type Counters } from './summary.ts';

type Measured = z.infer<(typeof CaseMeasuredV1)['data']>;

/** Of a case that was not entered at a desk, or that no clerk has taken in hand. */
export const none = 'none';

export type Place = Pick<Measured, 'itemKey' | 'department' | 'hall' | 'window' | 'clerk'>;

/** Where a case counts: one value of each dimension. */
export function placesOf(data: Place, district: string): Record<Dimension, string> {
  const { itemKey, department, hall, window, clerk } = data;
  return {
    district,
    department,
    item: itemKey,
    hall: hall ?? none,
    // A window has its number within a hall.
    window: window ? `${hall ?? none}/${window}` : none,
    clerk: clerk ?? none,
  };
}

/** What a fact adds to each of them. */
export function countersOf({ measure, silent, days = 0, burden }: Measured): Counters {
  if (measure === 'overdue') return { overdue: 1 };
  if (measure === 'accepted') return { accepted: 1, ...(silent && { silent: 1 }) };
  const done = { decided: 1, [daysKey(days)]: 1 };
  if (!burden) return done;
  const { before, steps, asked, fetched, visits } = burden;
  return {
    ...done,
    reformed: 1,
    steps,
    asked,
    fetched,
    visits,
    daysTaken: days,
    stepsBefore: before.steps,
    materialsBefore: before.materials,
    visitsBefore: before.visits,
    daysBefore: before.days,
  };
}
