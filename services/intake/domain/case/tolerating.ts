import type { CalendarYear } from '#shared/calendar';
import { dueOf, type DueAt } from '../clock/limit.ts';
import type { Application } from './application.ts';
import type { SignedPromise } from './tolerated.ts';

// Apart from the promise and its wording, which few acceptances need.

/** What an acceptance lets follow: within how many working days, and the promise that the applicant signed for it. */
export interface Tolerating {
  requirements: readonly string[];
  days: number;
  promised: true;
  signature: { ref: string; by: SignedPromise['signedBy'] };
}

/** When a case is accepted, and by whom. */
interface Now {
  at: Date;
  by: string;
  calendar: readonly CalendarYear[];
}
export type Tolerate = (
  application: Application,
  tolerating: Tolerating,
  now: Now,
) => NonNullable<Application['tolerance']> | 'not-deferrable' | 'tolerance-too-long';

export const withinDays = (days: number, from: Date) => ({ limit: { n: days, unit: 'working-day' as const }, from });

/** Until when that may follow; undefined where nothing may, or it has come. */
export function tolerateUntil(
  { tolerance: open, acceptedAt }: Application,
  calendar: readonly CalendarYear[],
): DueAt | undefined {
  if (!open || open.settledAt || !acceptedAt) return undefined;
  return dueOf(withinDays(open.days, acceptedAt), calendar);
}
