import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';

/** Why the service changes something of its own accord: a provider has said something, or time has passed. */
export function ownCause({ now, newId, set }: Pick<NotificationsDeps, 'now' | 'newId' | 'set'>): Cause {
  const id = newId();
  const actor = { sub: 'service:notifications', kind: 'service' as const, partyId: 'none' };
  return { at: now(), actor, office: `${set}/notifications`, correlationId: id, causationId: id };
}
