import * as z from 'zod';
import { once } from '#shared/once';

/**
 * When the clock looks at a case next, and what others were told of its end; only what has moved since is moved and told.
 * A case that has ended keeps here the limits that it ended with, by the calendar of that day.
 */
export const ahead = once(() => {
  const moment = z.coerce.date().optional();
  return z.object({
    at: moment,
    dueAt: moment,
    provisional: z.boolean().optional(),
    legalDueAt: moment,
    legalProvisional: z.boolean().optional(),
    /** Among limits of like length: where it stands in the lists by light. */
    band: z.int().optional(),
    /** Since when an open pause keeps it from any end. */
    pausedSince: moment,
  });
});
export type Ahead = z.infer<ReturnType<typeof ahead>>;

/** Handed in and not ended: time changes it, and a calendar may. */
export function isOpen({ state }: { state: string }): boolean {
  return state !== 'draft' && state !== 'decided' && state !== 'withdrawn';
}
