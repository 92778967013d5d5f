import type { CalendarYear } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import type { IntakeDeps } from '../../deps.ts';

/** When the clock looks, and by which calendar. */
export interface Now {
  now: Date;
  calendar: readonly (CalendarYear & { notice?: string })[];
}

/** Why the clock changes something. */
export function clockCause(at: Date, { newId, set }: Pick<IntakeDeps, 'newId' | 'set'>): Cause {
  const id = newId();
  const actor = { sub: 'service:intake', kind: 'service' as const, partyId: 'none' };
  return { at, actor, office: `${set}/clock`, correlationId: id, causationId: id };
}
