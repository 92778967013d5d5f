import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../deps.ts';

/** Why agency changes something of its own accord: time has passed. */
export function ownCause({ now, newId, set }: Pick<AgencyDeps, 'now' | 'newId' | 'set'>): Cause {
  const id = newId();
  const actor = { sub: 'service:agency', kind: 'service' as const, partyId: 'none' };
  return { at: now(), actor, office: `${set}/agency`, correlationId: id, causationId: id };
}
