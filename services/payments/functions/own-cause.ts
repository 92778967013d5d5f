import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../deps.ts';

/** Why the service changes something of its own accord: a channel has said something, or time has passed. */
export function ownCause({ now, newId, set }: Pick<PaymentsDeps, 'now' | 'newId' | 'set'>): Cause {
  const id = newId();
  const actor = { sub: 'service:payments', kind: 'service' as const, partyId: 'none' };
  return { at: now(), actor, office: `${set}/payments`, correlationId: id, causationId: id };
}
